using System.Xml.Linq;

namespace Pipeline.Parsing.Feeds;

/// <summary>Names a feed's dialect, for the ledger.</summary>
internal static class FeedDialect
{
    /// <summary>The dialect by the root's name, its <c>version</c>, and the namespace that <see cref="FeedXml"/> noted.</summary>
    public static string Detect(XElement root)
    {
        var version = (string?)root.Attribute("version") is { Length: > 0 } written ? written : null;
        var space = root.Annotation<string>() ?? "";
        return root.Name.LocalName switch
        {
            "rss" => $"RSS {version ?? "2.0"}",
            "rdf" => space.Contains("/rdf/simple/0.9", StringComparison.OrdinalIgnoreCase) ? "RSS 0.90" : "RSS 1.0",
            "feed" or "entry" => $"Atom {version ?? (IsOldAtom(space) ? "0.3" : "1.0")}",
            "channel" => space.Contains("rss1.1", StringComparison.OrdinalIgnoreCase) ? "RSS 1.1" : "CDF",
            _ => "feed",
        };
    }

    // 0.3 has a namespace of its own; before that the names changed by the week.
    private static bool IsOldAtom(string space) => space.Contains("purl.org/atom/ns", StringComparison.OrdinalIgnoreCase);
}
