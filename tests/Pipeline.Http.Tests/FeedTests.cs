using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Parsing;

namespace Pipeline.Http.Tests;

[Collection(nameof(ReadingTests))]
public sealed class FeedTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What goes out can come in: our own parser reads the same facts.</summary>
    [Theory]
    [InlineData("/api/feed.rss", "RSS")]
    [InlineData("/api/feed.atom", "Atom")]
    public async Task Writes_feeds_that_the_pipeline_reads_to_the_same_facts(string path, string format)
    {
        var bytes = await shared.Room.Client.GetByteArrayAsync(path, Stop);
        var parsed = Assert.IsType<ParseResult.Parsed>(new FileParser(new ParsingSettings()).Parse(new DroppedFile("feeds/out", bytes)));
        var entries = parsed.Entries.Cast<ParsedEntry.Readable>().Select(readable => readable.Entry).ToList();
        var listed = (await shared.Room.GetAsync("/api/articles", Stop)).GetProperty("items").EnumerateArray().ToList();

        Assert.StartsWith(format, parsed.Format, StringComparison.Ordinal);
        Assert.Equal(listed.Select(Facts), entries.Select(Facts));
    }

    [Fact]
    public async Task Writes_ninjs_that_the_pipeline_reads_to_the_same_facts()
    {
        var id = await shared.Room.FirstIdAsync("source=coast", Stop);
        var bytes = await shared.Room.Client.GetByteArrayAsync($"/api/articles/{id}.ninjs", Stop);
        var parsed = Assert.IsType<ParseResult.Parsed>(new FileParser(new ParsingSettings()).Parse(new DroppedFile("wire/out", bytes)));
        var entry = Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry;

        Assert.Equal(($"urn:pipeline:article:{id}", "Harbour closes"), (entry.SourceId, entry.Title));
        Assert.Contains("sheet piling had rusted through", entry.ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_JSON_Feed_with_what_its_specification_requires()
    {
        var feed = await shared.Room.Client.GetFromJsonAsync<JsonElement>("/api/feed.json", Stop);
        var listed = (await shared.Room.GetAsync("/api/articles", Stop)).GetProperty("items").EnumerateArray();

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(
            listed.Select(Facts),
            feed.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!, item.GetProperty("date_published").GetDateTimeOffset())));
        Assert.All(feed.GetProperty("items").EnumerateArray(), item => Assert.NotEmpty(item.GetProperty("content_html").GetString()!));
    }

    [Fact]
    public async Task Narrows_a_feed_and_keeps_keys_out_of_its_address()
    {
        var feed = await shared.Room.Client.GetFromJsonAsync<JsonElement>("/api/feed.json?source=coast&code=secret", Stop);

        Assert.Equal(["Harbour closes"], feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
        Assert.EndsWith("/api/feed.json?source=coast", feed.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
    }

    private static (string, string, DateTimeOffset) Facts(JsonElement item) => (
        $"urn:pipeline:article:{item.GetProperty("id").GetString()}",
        item.GetProperty("title").GetString()!,
        item.GetProperty("published").GetDateTimeOffset());

    private static (string, string, DateTimeOffset) Facts(Entry entry) =>
        (entry.SourceId!, entry.Title!, entry.Published!.At);
}
