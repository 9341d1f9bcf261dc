using System.Xml.Linq;

namespace Pipeline.Parsing.Xml;

/// <summary>The namespaces that prefixes stand for by custom: many feeds use them without a declaration.</summary>
internal static class KnownPrefixes
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

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

    /// <summary>What an undeclared prefix stands for by custom, or a name of its own.</summary>
    public static string FindUri(string prefix) =>
        ByPrefix.TryGetValue(prefix, out var space) ? space.NamespaceName : $"urn:undeclared:{prefix}";

    /// <summary>The namespace that is meant where a feed writes its name in other letter case, with <c>https</c> or without the mark at its
    /// end; <c>null</c> for one that is not known.</summary>
    public static XNamespace? FindNamespace(string uri) =>
        ByPrefix.Values.FirstOrDefault(known => Bare(known.NamespaceName).Equals(Bare(uri), StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> Bare(string uri) =>
        uri.AsSpan(uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? 6
            : uri.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? 5 : 0).TrimEnd("/#");
}
