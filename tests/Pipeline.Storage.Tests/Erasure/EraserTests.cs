using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Erasure;
using Pipeline.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Erasure;

public sealed class EraserTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Nothing_but_a_notice_and_the_ledger_is_left_of_an_erased_article()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        var erased = await pipeline.EnrichAsync(Stories.Entry(1) with { ContentHtml = Stories.Text(3) }, "2.xml");

        Assert.True(await pipeline.Get<Eraser>().EraseAsync(erased.ArticleId!, withFiles: false, TestPipeline.Token));

        foreach (var table in (string[])["articles", "bands"])
            Assert.Empty(await RowsAsync(pipeline, table));
        Assert.All(await pipeline.ChangesAsync(), change =>
            Assert.Equal(("", ArticleState.Withdrawn), (change.Article.Title, change.Article.State)));
        Assert.DoesNotContain(await RowsAsync(pipeline, "lists"), row => row.PartitionKey is not ("months" or "registered"));
    }

    [Fact]
    public async Task An_erased_article_stays_away_whatever_brings_it_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var stored = await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        await pipeline.Get<Eraser>().EraseAsync(stored.ArticleId!, withFiles: false, TestPipeline.Token);

        var again = await pipeline.EnrichAsync(Stories.Entry(1), "2.xml");
        var changed = await pipeline.EnrichAsync(Stories.Entry(1) with { Title = "Another headline" }, "3.xml");

        Assert.All([again, changed], fate => Assert.Equal((Fate.Withdrawn, (string?)null), (fate.Fate, fate.Title)));
        Assert.Empty(await pipeline.ListAsync());
        Assert.Empty(await RowsAsync(pipeline, "articles"));
    }

    [Fact]
    public async Task The_copies_of_an_erased_article_go_on_without_it_and_unflagged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var fates = new[]
        {
            await pipeline.EnrichAsync(Stories.Entry(1, "one"), "1.xml", "one"),
            await pipeline.EnrichAsync(Stories.Entry(1, "two"), "2.xml", "two"),
        };
        var erased = Assert.Single(await pipeline.ListAsync()).Id;

        await pipeline.Get<Eraser>().EraseAsync(erased, withFiles: false, TestPipeline.Token);

        var shown = Assert.Single(await pipeline.ListAsync());
        Assert.Contains(shown.Id, fates.Select(fate => fate.ArticleId).Where(id => id != erased));
        Assert.Empty(shown.Flags);
    }

    [Fact]
    public async Task The_dropped_files_go_where_that_is_asked_for()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync("island/ferry.md", "---\ntitle: Ferry sails\n---\nThe ferry sails again on Monday.");
        var id = Assert.Single(await pipeline.ListAsync()).Id;

        await pipeline.Get<Eraser>().EraseAsync(id, withFiles: true, TestPipeline.Token);

        Assert.False(await pipeline.Account.Incoming.GetBlobClient("island/ferry.md").ExistsAsync(TestPipeline.Token));
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TestPipeline pipeline, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in pipeline.Account.Table(table).QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token))
            rows.Add(row);
        return rows;
    }
}
