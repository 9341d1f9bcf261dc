using System.Xml.Linq;
using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// One name for one thing: whatever namespace, prefix or letter case a feed uses, its elements are read under the names here.
/// The core of every dialect (RSS, RDF, Atom, CDF) is without a namespace and in lower case.
/// </summary>
internal static class FeedNames
{
    public static readonly XNamespace Content = KnownPrefixes.Content;
    public static readonly XNamespace DublinCore = KnownPrefixes.DublinCore;
    public static readonly XNamespace Itunes = KnownPrefixes.Itunes;
    public static readonly XNamespace Media = KnownPrefixes.Media;
    public static readonly XNamespace Rdf = KnownPrefixes.Rdf;
    public static readonly XNamespace Xhtml = KnownPrefixes.Xhtml;

    /// <summary>Dates stand apart from the core, because CodeHollow.FeedReader throws for one without a blank in it;
    /// <see cref="Dates.DateParser"/> reads them.</summary>
    public static readonly XNamespace Date = "urn:feed-dates";

    private static readonly string[] CoreMarks =
    [
        "backend.userland.com/rss", "blogs.law.harvard.edu/tech/rss", "cyber.law.harvard.edu/rss/rss", "purl.org/rss/1.0/modules/rss091",
        "purl.org/net/rss1.1",
        "my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9", "my.netscape.com/publish/formats/rss",
        "purl.org/atom/", "www.w3.org/2005/atom", "purl.org/pie/", "purl.org/echo/", "example.com/newformat", "example.com/necho",
        "uri/of/echo",
    ];

    private static readonly Dictionary<XName, XName> DateNames = new()
    {
        ["pubdate"] = Date + "published",
        ["published"] = Date + "published",
        ["issued"] = Date + "published",
        [KnownPrefixes.Terms + "issued"] = Date + "published",
        ["updated"] = Date + "updated",
        ["modified"] = Date + "updated",
        ["lastbuilddate"] = Date + "updated",
        [DublinCore + "date"] = Date + "dated",
        [KnownPrefixes.Terms + "modified"] = Date + "updated",
    };

    /// <summary>Declarations of the prefixes by which CodeHollow.FeedReader finds its elements.</summary>
    public static IEnumerable<XAttribute> Prefixes() =>
        new[] { ("content", Content), ("dc", DublinCore), ("itunes", Itunes), ("media", Media) }.Select(
            known => new XAttribute(XNamespace.Xmlns + known.Item1, known.Item2.NamespaceName));

    /// <summary>The name under which an element is read; <paramref name="coreUri"/> is the namespace of the root, which is core whatever it
    /// says.</summary>
    public static XName Normalize(string uri, string localName, string coreUri)
    {
        var space = NamespaceOf(uri, coreUri);
        var name = space == Xhtml ? space + localName : space + localName.ToLowerInvariant();
        return DateNames.GetValueOrDefault(name, name);
    }

    /// <summary>The Media RSS elements of a name, beside the item's own or grouped.</summary>
    public static IEnumerable<XElement> InMedia(XElement item, string name) =>
        item.Elements(Media + name).Concat(item.Elements(Media + "group").Elements(Media + name));

    private static XNamespace NamespaceOf(string uri, string coreUri)
    {
        if (uri.Length == 0 || uri == coreUri && uri != Rdf.NamespaceName)
            return XNamespace.None;
        if (Array.Exists(CoreMarks, mark => uri.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || uri.TrimEnd('/').EndsWith("purl.org/rss/1.0", StringComparison.OrdinalIgnoreCase))
            return XNamespace.None;
        if (uri.Contains("search.yahoo.com/mrss", StringComparison.OrdinalIgnoreCase))
            return Media;
        // Google's elements for podcasts are Apple's under another name.
        if (uri.EndsWith("dtds/podcast-1.0.dtd", StringComparison.OrdinalIgnoreCase)
            || uri.EndsWith("schemas/play-podcasts/1.0", StringComparison.OrdinalIgnoreCase))
            return Itunes;
        return KnownPrefixes.FindNamespace(uri) ?? uri;
    }
}
