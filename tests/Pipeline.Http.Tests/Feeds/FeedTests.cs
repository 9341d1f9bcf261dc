using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Http.Tests.Feeds;

[Collection(nameof(ReadingTests))]
public sealed class FeedTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What goes out can come in: our own parser reads the same facts.</summary>
    [Theory]
    [InlineData("/api/feed.rss", "RSS")]
    [InlineData("/api/feed.atom", "Atom")]
    [InlineData("/api/feed.json", "JSON Feed")]
    public async Task Writes_feeds_that_the_pipeline_reads_to_the_same_facts(string path, string format)
    {
        var bytes = await shared.Room.Client.GetByteArrayAsync(path, Stop);
        var parsed = Assert.IsType<ParseResult.Parsed>(new FileParser(new ParsingSettings()).Parse(new DroppedFile("feeds/out", bytes)));
        var entries = parsed.Entries.Cast<ParsedEntry.Readable>().Select(readable => readable.Entry).ToList();
        var listed = (await shared.Room.GetAsync("/api/articles", Stop)).GetProperty("items").EnumerateArray().ToList();

        Assert.StartsWith(format, parsed.Format, StringComparison.Ordinal);
        Assert.Equal(listed.Select(Facts), entries.Select(Facts));
        foreach (var (item, entry) in listed.Zip(entries))
            Assert.Equal(
                (await shared.Room.GetAsync($"/api/articles/{item.GetProperty("id").GetString()}", Stop)).GetProperty("html").GetString(),
                entry.ContentHtml);
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
            listed.Select(item => $"urn:pipeline:article:{item.GetProperty("id").GetString()}"),
            feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.All(feed.GetProperty("items").EnumerateArray(), item => Assert.NotEmpty(item.GetProperty("content_html").GetString()!));
    }

    [Fact]
    public async Task Reads_texts_once_however_often_a_feed_is_asked_for()
    {
        await shared.Room.Client.GetByteArrayAsync("/api/feed.atom?source=coast", Stop);
        var before = shared.Room.Operations.Total;

        await shared.Room.Client.GetByteArrayAsync("/api/feed.rss?source=coast", Stop);

        // The months that there are, and the list of the one.
        Assert.InRange(shared.Room.Operations.Total - before, 2, 4);
    }

    [Fact]
    public async Task Narrows_a_feed_and_keeps_keys_out_of_its_address()
    {
        var feed = await shared.Room.Client.GetFromJsonAsync<JsonElement>("/api/feed.json?source=coast&code=secret", Stop);

        Assert.Equal(["Harbour closes"], feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
        Assert.EndsWith("/api/feed.json?source=coast", feed.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
    }

    private EntryFacts Facts(JsonElement item) => new(
        $"urn:pipeline:article:{item.GetProperty("id").GetString()}",
        item.GetProperty("title").GetString()!,
        item.TryGetProperty("url", out var url) ? url.GetString()
            : $"{shared.Room.Client.BaseAddress}#/article/{item.GetProperty("id").GetString()}",
        item.GetProperty("published").GetDateTimeOffset(),
        string.Join('|', item.GetProperty("authors").EnumerateArray()),
        string.Join('|', item.GetProperty("categories").EnumerateArray()));

    private static EntryFacts Facts(Entry entry) => new(
        entry.SourceId!, entry.Title!, entry.Url, entry.Published!.At,
        string.Join('|', entry.Contributors.Select(person => person.Name)),
        string.Join('|', entry.Categories.Select(category => category.Term)));

    private sealed record EntryFacts(string Id, string Title, string? Link, DateTimeOffset Published, string Authors, string Categories);
}
