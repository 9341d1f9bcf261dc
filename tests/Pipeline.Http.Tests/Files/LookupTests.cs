using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Account;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Files;

/// <summary>Where is article X?</summary>
public sealed class LookupTests(EmulatorFixture emulator)
{
    private const string Path = "feed/news.json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("url=https%3A%2F%2Ffeed.example%2F1%3Futm_source%3Dmail")]
    [InlineData("source=feed&sourceId=1")]
    public async Task An_address_or_an_id_leads_to_the_article_and_to_its_file_version_entry_fate_and_time(string query)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync(Path, Feed("The first text."), Stop);
        await room.DropAsync(Path, Feed("The second text, which says something else."), Stop);

        var article = Assert.Single((await room.GetAsync($"/api/articles?{query}", Stop)).GetProperty("items").EnumerateArray());
        var receipts = (await room.GetAsync($"/api/files?{query}", Stop)).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal("Item", article.GetProperty("title").GetString());
        Assert.Equal(2, receipts.Count);
        Assert.Equal(["revised", "stored"], receipts.Select(Fate));
        Assert.All(receipts, receipt =>
        {
            Assert.Equal(Path, receipt.GetProperty("file").GetProperty("path").GetString());
            Assert.True(receipt.GetProperty("file").TryGetProperty("receivedAt", out _));
            Assert.Equal(article.GetProperty("id").GetString(), Entry(receipt).GetProperty("articleId").GetString());
        });
        Assert.Equal(2, receipts.Select(receipt => receipt.GetProperty("file").GetProperty("version").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("url=https%3A%2F%2Ffeed.example%2Fempty%3Futm_source%3Dmail")]
    [InlineData("source=feed&sourceId=empty")]
    [InlineData("sourceId=empty")]
    public async Task An_entry_that_was_rejected_is_found_with_the_reason(string query)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync(
            Path,
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
              {"id":"empty","url":"https://feed.example/empty","content_html":"<p> </p>"}]}
            """,
            Stop);

        var receipt = Assert.Single((await room.GetAsync($"/api/files?{query}", Stop)).GetProperty("items").EnumerateArray());

        Assert.Equal("rejected", Fate(receipt));
        Assert.NotEmpty(Entry(receipt).GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task What_nobody_claimed_is_found_nowhere()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);

        Assert.Empty(
            (await room.GetAsync("/api/articles?url=https%3A%2F%2Fnowhere.example%2F", Stop)).GetProperty("items").EnumerateArray());
        Assert.Empty((await room.GetAsync("/api/files?sourceId=nothing", Stop)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_receipt_of_a_version_that_was_overwritten_can_be_read()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync(Path, Feed("The first text."), Stop);
        await room.DropAsync(Path, Feed("The second text, which says something else."), Stop);

        var earlier = Assert.Single((await room.GetAsync($"/api/files/{Path}", Stop)).GetProperty("earlier").EnumerateArray());
        var receipt = await room.GetAsync($"/api/files/{Path}?version={earlier.GetProperty("version").GetString()}", Stop);

        Assert.Equal("stored", Fate(receipt));
        Assert.Equal("settled", receipt.GetProperty("file").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_file_in_the_archive_tier_is_not_taken_up_and_the_answer_says_what_to_do()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync(Path, Feed("The first text."), Stop);
        var incoming = room.Services.GetRequiredService<StorageAccount>().Incoming;
        await incoming.GetBlobClient(Path).SetAccessTierAsync(AccessTier.Archive, cancellationToken: Stop);

        using var answer = await room.Client.PostAsync($"/api/files/{Path}/replay", null, Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("set-tier", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("settled", (await room.GetAsync($"/api/files/{Path}", Stop)).GetProperty("file").GetProperty("state").GetString());
    }

    private static string? Fate(JsonElement receipt) => Entry(receipt).GetProperty("fate").GetString();

    private static JsonElement Entry(JsonElement receipt) => receipt.GetProperty("entries").EnumerateArray().Single();

    private static string Feed(string text) =>
        $$"""
        {"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
          {"id":"1","url":"https://feed.example/1","title":"Item","content_text":"{{text}}"}]}
        """;
}
