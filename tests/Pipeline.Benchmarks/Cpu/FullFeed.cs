using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Benchmarks.Cpu;

/// <summary>An RSS feed that carries whole articles, as publishers who publish in full have it.</summary>
internal static class FullFeed
{
    private const int FullLength = 1_500;
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>So many entries out of those that are long enough, from the first again where they are fewer.</summary>
    public static string Write(IReadOnlyList<Entry> entries, int count)
    {
        var full = entries.Where(entry => entry.ContentHtml?.Length >= FullLength).ToArray();
        return new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XElement(
                "channel",
                new XElement("title", "News"),
                new XElement("link", "https://full.example/"),
                Enumerable.Range(0, count).Select(i => Item(full[i % full.Length], i)))).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Item(Entry entry, int number) => new(
        "item",
        new XElement("guid", $"https://full.example/{number}"),
        new XElement("link", $"https://full.example/{number}"),
        new XElement("title", entry.Title),
        new XElement("pubDate", (entry.Published?.At ?? DateTimeOffset.UnixEpoch).ToString("R")),
        new XElement(Content + "encoded", new XCData(entry.ContentHtml!)));
}
