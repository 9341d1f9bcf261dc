using System.Globalization;
using Pipeline.Articles;
using Pipeline.Benchmarks.Poll;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// Files of several kinds whose end does not depend on their order: feeds with copies, posts, wire items that are withdrawn by another
/// file, wire items under embargo, and files that nothing can be read from.
/// </summary>
internal static class ChaosFiles
{
    public static IReadOnlyList<(string Path, string Content)> Make(int articles, int seed, DateTimeOffset embargo)
    {
        var files = new List<(string Path, string Content)>();
        foreach (var (index, feed) in NewsFiles.Make(articles).Index())
        {
            files.Add(feed);
            files.Add(($"posts/{index}.md", Post(index)));
            files.Add(($"wire/{index}-1.xml", WireItem($"open-{index}-item", 800_000 + index, 1, "usable", null)));
            var status = index % 2 == 0 ? "canceled" : "usable";
            files.Add(($"wire/{index}-2.xml", WireItem($"open-{index}-item", 800_000 + index, 2, status, null)));
            files.Add(($"wire/{index}-held.xml", WireItem($"held-{index}-item", 700_000 + index, 1, "usable", embargo)));
            files.Add(($"broken/{index}.json", $"{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": {index}"));
        }

        return [.. files.OrderBy(file => Rank(seed, file.Path))];
    }

    private static string Post(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"---\ntitle: Post {index}\ndate: 2026-02-{1
            + (index % 28):D2}T08:00:00Z\n---\n{string.Join(' ', MadeUpStory.Of(900_000 + index))}\n");

    private static string WireItem(string name, int story, int version, string status, DateTimeOffset? embargo) =>
        $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:chaos:{name}" version="{version}" standard="NewsML-G2"
          standardversion="2.34" conformance="power"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Wire"/>
          <versionCreated>2026-03-01T08:0{version}:00Z</versionCreated>{(embargo is null ? "" : $"<embargoed>{embargo:s}Z</embargoed>")}
          <pubStatus qcode="stat:{status}"/></itemMeta>
          <contentMeta><headline>Wire {name}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
          <html xmlns="http://www.w3.org/1999/xhtml"><body><p>{string.Join(' ', MadeUpStory.Of(story))}</p></body></html>
          </inlineXML></contentSet></newsItem>
        """;

    private static string Rank(int seed, string path) => StableHash.Id(seed.ToString(CultureInfo.InvariantCulture), path);
}
