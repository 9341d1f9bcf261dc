using System.Xml.Linq;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// One name for one thing: whatever namespace, prefix or letter case a feed uses, its elements are read under the names here.
/// The core of every dialect (RSS, RDF, Atom, CDF) is without a namespace and in lower case.
/// </summary>
internal static class FeedNames
{
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Dates stand apart from the core, because CodeHollow.FeedReader throws for one without a blank in it; <see cref="Dates.DateParser"/> reads them.</summary>
    public static readonly XNamespace Date = "urn:feed-dates";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    private static readonly string[] CoreMarks =
    [
        "backend.userland.com/rss", "blogs.law.harvard.edu/tech/rss", "cyber.law.harvard.edu/rss/rss", "purl.org/rss/1.0/modules/rss091", "purl.org/net/rss1.1",
        "my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9", "my.netscape.com/publish/formats/rss",
        "purl.org/atom/", "www.w3.org/2005/atom", "purl.org/pie/", "purl.org/echo/", "example.com/newformat", "example.com/necho", "uri/of/echo",
    ];

    private static readonly Dictionary<string, XNamespace> ByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["content"] = Content,
        ["dc"] = DublinCore,
        ["dcterms"] = Terms,
        ["itunes"] = Itunes,
        ["media"] = Media,
        ["rdf"] = Rdf,
        ["xhtml"] = Xhtml,
        ["atom"] = Atom,
        ["atom10"] = Atom,
        ["atom03"] = Atom,
        ["a10"] = Atom,
        ["rss"] = Atom,
    };

    private static readonly Dictionary<XName, XName> DateNames = new()
    {
        ["pubdate"] = Date + "published",
        ["published"] = Date + "published",
        ["issued"] = Date + "published",
        [Terms + "issued"] = Date + "published",
        ["updated"] = Date + "updated",
        ["modified"] = Date + "updated",
        ["lastbuilddate"] = Date + "updated",
        [DublinCore + "date"] = Date + "updated",
        [Terms + "modified"] = Date + "updated",
    };

    /// <summary>Declarations of the prefixes by which CodeHollow.FeedReader finds its elements.</summary>
    public static IEnumerable<XAttribute> Prefixes() =>
        new[] { ("content", Content), ("dc", DublinCore), ("itunes", Itunes), ("media", Media) }.Select(known => new XAttribute(XNamespace.Xmlns + known.Item1, known.Item2.NamespaceName));

    /// <summary>The name under which an element is read; <paramref name="coreUri"/> is the namespace of the root, which is core whatever it says.</summary>
    public static XName Of(string uri, string localName, string coreUri)
    {
        var space = NamespaceOf(uri, coreUri);
        var name = space == Xhtml ? space + localName : space + localName.ToLowerInvariant();
        return DateNames.GetValueOrDefault(name, name);
    }

    /// <summary>What an undeclared prefix stands for by custom, or a name of its own.</summary>
    public static string UriOfPrefix(string prefix) =>
        ByPrefix.TryGetValue(prefix, out var space) ? space.NamespaceName : $"urn:undeclared:{prefix}";

    /// <summary>The Media RSS elements of a name, beside the item's own or grouped.</summary>
    public static IEnumerable<XElement> InMedia(XElement item, string name) =>
        item.Elements(Media + name).Concat(item.Elements(Media + "group").Elements(Media + name));

    private static XNamespace NamespaceOf(string uri, string coreUri)
    {
        if (uri.Length == 0 || uri == coreUri && uri != Rdf.NamespaceName)
            return XNamespace.None;
        if (Array.Exists(CoreMarks, mark => uri.Contains(mark, StringComparison.OrdinalIgnoreCase)) || uri.TrimEnd('/').EndsWith("purl.org/rss/1.0", StringComparison.OrdinalIgnoreCase))
            return XNamespace.None;
        if (uri.Contains("search.yahoo.com/mrss", StringComparison.OrdinalIgnoreCase))
            return Media;
        if (uri.EndsWith("dtds/podcast-1.0.dtd", StringComparison.OrdinalIgnoreCase))
            return Itunes;
        return ByPrefix.Values.FirstOrDefault(known => known.NamespaceName.Equals(uri, StringComparison.OrdinalIgnoreCase)) ?? uri;
    }
}
