using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Ledger;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Account;

/// <summary>Rows of November 2026, as a pipeline wrote them before its types moved and got other names: they are read for ever.</summary>
public class WrittenRowsTests(EmulatorFixture emulator)
{
    private const string Source = "coast-notes";
    private const string Path = $"{Source}/notes.atom";

    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "Account", "Written");

    [Fact]
    public async Task Rows_written_before_are_read()
    {
        await using var pipeline = await OpenAsync();

        var listed = await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true });
        Assert.NotEmpty(listed);
        foreach (var summary in listed)
        {
            var stored = await pipeline.Get<ArticleStore>().FindAsync(summary.Id, TestPipeline.Token);
            Assert.Equal((summary.Title, summary.Source), (stored!.Article.Title, stored.Article.Source));
            Assert.NotEqual("", stored.Article.Text);
            Assert.Contains((await pipeline.ClusterOfAsync(summary.Id)).Members, member => member.ArticleId == summary.Id);
        }

        var changes = await pipeline.ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(sequence => (long)sequence), changes.Select(change => change.Sequence));
        Assert.All(listed, summary => Assert.Contains(changes, change => change.Article.Id == summary.Id));
    }

    [Fact]
    public async Task A_receipt_written_before_adds_up()
    {
        await using var pipeline = await OpenAsync();

        var file = await pipeline.Get<LedgerStore>().FindFileAsync(Path, TestPipeline.Token);
        var fates = await pipeline.Get<LedgerStore>().ListFatesAsync(Path, file!.Version, TestPipeline.Token);

        Assert.Equal(FileState.Settled, file.State);
        Assert.Equal(file.EntryCount, fates.Count);
        Assert.All(fates, fate => Assert.Equal(Fate.Stored, fate.Fate));
    }

    [Fact]
    public async Task An_entry_that_was_read_before_is_known_by_its_hash()
    {
        await using var pipeline = await OpenAsync();

        await pipeline.DropAsync(
            $"{Source}/again.atom", await File.ReadAllTextAsync(System.IO.Path.Combine(Folder, "notes.atom"), TestPipeline.Token));

        var file = await pipeline.Get<LedgerStore>().FindFileAsync($"{Source}/again.atom", TestPipeline.Token);
        var fates = await pipeline.Get<LedgerStore>().ListFatesAsync($"{Source}/again.atom", file!.Version, TestPipeline.Token);
        Assert.NotEmpty(fates);
        Assert.All(fates, fate => Assert.Equal(Fate.Unchanged, fate.Fate));
    }

    private async Task<TestPipeline> OpenAsync()
    {
        var pipeline = await TestPipeline.StartAsync(emulator);
        using var rows = JsonDocument.Parse(await File.ReadAllTextAsync(System.IO.Path.Combine(Folder, "rows.json"), TestPipeline.Token));
        foreach (var row in rows.RootElement.EnumerateArray())
            await pipeline.Account.Table(Text(row, "table")).AddEntityAsync(ReadEntity(row), TestPipeline.Token);
        return pipeline;
    }

    private static TableEntity ReadEntity(JsonElement row)
    {
        var entity = new TableEntity(Text(row, "partition"), Text(row, "row"));
        foreach (var property in row.GetProperty("properties").EnumerateObject())
            entity[property.Name] = ReadValue(property.Value.GetProperty("value"), Text(property.Value, "type"));
        return entity;
    }

    private static object? ReadValue(JsonElement value, string type) => type switch
    {
        "Binary" => value.GetBytesFromBase64(),
        "Int64" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "DateTime" => value.GetDateTimeOffset(),
        "int" => value.GetInt32(),
        "bool" => value.GetBoolean(),
        _ => value.GetString(),
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
