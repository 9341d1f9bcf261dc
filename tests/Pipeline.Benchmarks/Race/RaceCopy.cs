using System.Globalization;
using System.Text.Json;

namespace Pipeline.Benchmarks.Race;

/// <summary>
/// One outlet's copy of a story, as a file of that outlet: verbatim in the markup of three formats, abridged, retopped, extended or
/// reordered. Outlet 0 has the original and published first.
/// </summary>
internal static class RaceCopy
{
    private static readonly DateTimeOffset FirstPublished = new(2026, 2, 20, 6, 0, 0, TimeSpan.Zero);

    public static string Outlet(int copy) => string.Create(CultureInfo.InvariantCulture, $"outlet{copy}");

    /// <summary>The file's path and content.</summary>
    public static (string Path, string Content) File(int story, int copy)
    {
        var text = Text(story, copy);
        var title = $"{text[0].Split(" of ")[0]}, by {Outlet(copy)}";
        var published = FirstPublished.AddMinutes((story * 20) + copy);
        var url = $"https://{Outlet(copy)}.example/{story}";
        return (copy % 3) switch
        {
            0 => ($"{Outlet(copy)}/{story}.xml", Rss(title, url, published, text)),
            1 => ($"{Outlet(copy)}/{story}.md", Markdown(title, url, published, text)),
            _ => ($"{Outlet(copy)}/{story}.json", JsonFeed(title, url, published, text)),
        };
    }

    private static IReadOnlyList<string> Text(int story, int copy)
    {
        var original = MadeUpStory.Of(story);
        return (copy % 8) switch
        {
            3 => [.. original.Take(8)],
            4 => [.. MadeUpStory.Own(story, copy, 2), .. original.Skip(2)],
            5 => [.. original, .. MadeUpStory.Own(story, copy, 4)],
            6 => [.. original.Skip(6), .. original.Take(6)],
            7 => [.. MadeUpStory.Own(story, copy, 1), .. original.Skip(1).Take(8)],
            _ => original,
        };
    }

    private static string Rss(string title, string url, DateTimeOffset published, IReadOnlyList<string> text) =>
        $"""
        <rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>News</description>
        <item><guid>{url}</guid><link>{url}</link><title>{title}</title><pubDate>{published:R}</pubDate>
        <description><![CDATA[{string.Concat(
            text.Select(sentence => $"<div class=\"p\"><span>{sentence}</span></div>"))}]]></description></item>
        </channel></rss>
        """;

    private static string Markdown(string title, string url, DateTimeOffset published, IReadOnlyList<string> text) =>
        $"""
        ---
        title: "{title}"
        date: {published:O}
        link: {url}
        ---
        {string.Join("\n\n", text.Select((sentence, i) => i % 4 == 0 ? $"**{sentence}**" : sentence))}
        """;

    private static string JsonFeed(string title, string url, DateTimeOffset published, IReadOnlyList<string> text) =>
        JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "News",
            items = new[] { new { id = url, url, title, date_published = published,
                content_html = $"<p>{string.Join("<br>&nbsp;", text)}</p>" } },
        });
}
