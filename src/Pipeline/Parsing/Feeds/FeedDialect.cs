using System.Xml.Linq;

namespace Pipeline.Parsing.Feeds;

/// <summary>Names a feed's dialect, for the ledger.</summary>
internal static class FeedDialect
{
    public static string Of(XElement root)
    {
        var version = (string?)root.Attribute("version");
        return root.Name.LocalName switch
        {
            "rss" => $"RSS {version ?? "2.0"}",
            "rdf" => "RSS 1.0",
            "feed" => $"Atom {version ?? "1.0"}",
            "channel" => "CDF",
            _ => "feed",
        };
    }
}
