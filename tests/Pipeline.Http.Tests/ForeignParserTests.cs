using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Local.Emulation;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests;

/// <summary>What goes out is read by parsers that know nothing of us, to the facts that the endpoint itself states.</summary>
public sealed class ForeignParserTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_are_read_to_the_same_facts_by_every_foreign_parser()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        foreach (var (path, content) in Stories.Drops.Append(("edges/feed.json", Stories.Edges)))
            await room.DropAsync(path, content, Stop);
        var expected = await StatedAsync(room);
        var packages = await NpmPackages.EnsureAsync(Pins, "foreign parsers for the tests", Stop);

        string[] ofXml = ["feedsmith", "rss-parser", "@rowanmanning/feed-parser"];
        Assert.Equal(ofXml, await CompareAsync(room, "rss", expected, packages));
        Assert.Equal(ofXml, await CompareAsync(room, "atom", expected, packages));
        Assert.Equal(["feedsmith", "feedme", "@extractus/feed-extractor"], await CompareAsync(room, "json", expected, packages));
    }

    /// <summary>Each fact is read by two of them: rss-parser knows no files but the first, feed-parser no outlet, and feedsmith no
    /// extension, which is what the outlet is in JSON Feed.</summary>
    [Fact]
    public async Task Outlet_image_and_enclosures_are_read_by_two_foreign_parsers()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync("wave/show.xml", Stories.Show, Stop);
        var packages = await NpmPackages.EnsureAsync(Pins, "foreign parsers for the tests", Stop);
        foreach (var format in new[] { "rss", "atom", "json" })
        {
            var readings = await ReadAsync(await room.Client.GetStringAsync($"/api/feed.{format}", Stop), packages);
            var found = readings.Select(reading => (Parser: reading.Key, Item: Assert.Single(reading.Value))).ToList();
            string[] readers = format == "json" ? ["feedme", "@extractus/feed-extractor"] : ["feedsmith", "rss-parser"];
            AssertRead("outlet", "\"Wave Radio\"", found, readers);
            readers = ["feedsmith", .. format == "json" ? readers : (string[])["@rowanmanning/feed-parser"]];
            AssertRead("image", "\"https://wave.example/harbour.jpg\"", found, readers);
            AssertRead("files", """["https://wave.example/show.mp3","https://wave.example/show.mp4"]""", found, readers);
        }

        var item = (await room.GetAsync("/api/feed.json", Stop)).GetProperty("items")[0];
        Assert.Equal("https://wave.example/", item.GetProperty("_outlet").GetProperty("url").GetString());
        Assert.False(item.TryGetProperty("date_published", out _), "An article without a publication time has none in a feed.");
        Assert.DoesNotContain("pubDate", await room.Client.GetStringAsync("/api/feed.rss", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("<published", await room.Client.GetStringAsync("/api/feed.atom", Stop), StringComparison.Ordinal);
        var listed = (await room.GetAsync("/api/articles", Stop)).GetProperty("items")[0];
        Assert.False(listed.TryGetProperty("published", out _));
        Assert.Equal("Wave Radio", listed.GetProperty("publisher").GetProperty("name").GetString());
    }

    private static void AssertRead(string fact, string expected, IEnumerable<(string Parser, JsonElement Item)> found, string[] parsers) =>
        Assert.All(parsers, parser => Assert.Equal(
            (fact, parser, expected),
            (fact, parser, found.Single(reading => reading.Parser == parser).Item.GetProperty(fact).GetRawText())));

    internal static string Pins => Path.Combine(AppContext.BaseDirectory, "Foreign");

    // The names of the parsers, each of whose facts were what is expected.
    private static async Task<IEnumerable<string>> CompareAsync(
        TestNewsroom room, string format, IReadOnlyList<Facts> expected, string packages)
    {
        var feed = await room.Client.GetStringAsync($"/api/feed.{format}", Stop);
        var readings = await ReadAsync(feed, packages);
        foreach (var (parser, entries) in readings)
            Assert.Equal(expected.Select(facts => facts.As(parser, format)), entries.Select(Facts.Read));
        return readings.Keys;
    }

    private static async Task<IReadOnlyDictionary<string, JsonElement[]>> ReadAsync(string feed, string packages)
    {
        var start = new ProcessStartInfo(
            "node", [Path.Combine(Pins, "read-feed.cjs"), packages])
        { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(feed.AsMemory(), Stop);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(Stop);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(output)!;
    }

    private static async Task<IReadOnlyList<Facts>> StatedAsync(TestNewsroom room)
    {
        var stated = new List<Facts>();
        foreach (var item in (await room.GetAsync("/api/articles", Stop)).GetProperty("items").EnumerateArray())
        {
            var article = await room.GetAsync($"/api/articles/{item.GetProperty("id").GetString()}", Stop);
            stated.Add(Facts.Of(item, article.GetProperty("html").GetString()!, room.Client.BaseAddress!));
        }

        return stated;
    }

    /// <summary>What every format carries of an article, as text that can be compared.</summary>
    private sealed record Facts(
        string Id, string Title, string Link, DateTimeOffset Published, DateTimeOffset? Updated, string Authors, string? Categories,
        string Content)
    {
        private const string Separator = " | ";

        public static Facts Of(JsonElement item, string html, Uri home)
        {
            var id = item.GetProperty("id").GetString()!;
            var published = item.GetProperty("published").GetDateTimeOffset();
            return new(
                $"urn:pipeline:article:{id}",
                Clean(item.GetProperty("title").GetString()!),
                item.TryGetProperty("url", out var url) ? url.GetString()! : $"{home}#/article/{id}",
                published,
                item.TryGetProperty("updated", out var updated) ? updated.GetDateTimeOffset() : published,
                List(item.GetProperty("authors")),
                List(item.GetProperty("categories")),
                Clean(html));
        }

        public static Facts Read(JsonElement entry) => new(
            entry.GetProperty("id").GetString()!,
            Clean(entry.GetProperty("title").GetString()!),
            entry.GetProperty("link").GetString()!,
            entry.GetProperty("published").GetDateTimeOffset(),
            entry.TryGetProperty("updated", out var updated) ? updated.GetDateTimeOffset() : null,
            List(entry.GetProperty("authors")),
            entry.TryGetProperty("categories", out var categories) ? List(categories) : null,
            Clean(entry.GetProperty("content").GetString()!));

        /// <summary>The facts without what this parser does not read; read-feed.cjs says what that is.</summary>
        public Facts As(string parser, string format) => (parser, format) switch
        {
            ("rss-parser", _) =>
                this with { Updated = null, Authors = Authors.Split(Separator)[0], Categories = format == "rss" ? Categories : null },
            ("@rowanmanning/feed-parser", "rss") => this with { Updated = null },
            ("@extractus/feed-extractor", _) => this with { Link = Link.Split('#')[0] },
            _ => this,
        };

        private static string List(JsonElement values) =>
            string.Join(Separator, values.EnumerateArray().Select(value => Clean(value.GetString()!)));

        // Some parsers hand on HTML and others the text that it shows; what XML cannot carry is gone either way.
        private static string Clean(string text) =>
            string.Concat(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)).Where(letter => !char.IsControl(letter) || letter == '\n'))
                .Trim();
    }
}
