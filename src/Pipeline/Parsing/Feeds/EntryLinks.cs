using System.Globalization;
using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>The addresses of an entry: RSS <c>link</c>, Atom <c>link rel</c>, permalinks in <c>guid</c>, enclosures.</summary>
/// <param name="item">The entry.</param>
/// <param name="address">Where the file itself came from.</param>
/// <param name="home">The address that the feed gives for itself: the base of links where there is no other.</param>
/// <param name="language">The language that the entry or its feed declares, if any.</param>
internal sealed class EntryLinks(XElement item, Uri? address, Uri? home, string? language)
{
    private const string Registry = "http://www.iana.org/assignments/relation/";

    private const int OtherLanguage = 4;

    private readonly Uri? from = ElementScope.BaseOf(item, address ?? home);

    /// <summary>
    /// The article's own address: the one that a feed proxy replaced, else the HTML alternate that is in the entry's language, else an
    /// id that is declared or seen to be an address.
    /// </summary>
    public string? Article()
    {
        if (Original is { } original)
            return original;
        var links = item.Elements("link").Where(link => !IsEnclosure(link)).ToList();
        var alternate =
            links.Where(link => IsAlternate(link) && AddressIn(link) is not null).GroupBy(Strangeness).MinBy(group => group.Key);
        if (alternate is not null)
            return Absolute(alternate.Key < OtherLanguage ? alternate.Last() : alternate.First());
        // CDF has the address on the item or on a link inside it (CDF submission, Item).
        return Absolute((string?)item.Attribute("href")) ?? Absolute((string?)item.Element("a")?.Attribute("href")) ?? Permalink();
    }

    /// <summary>The address that the publisher gave before a proxy (FeedBurner, Pheedo) put its own in its place; <c>null</c> where none
    /// did.</summary>
    public string? Original { get; } = item.Elements().Where(element => element.Name.LocalName == "origlink")
        .Select(element => HtmlLinks.Web(element.Value)?.OriginalString.Trim()).FirstOrDefault(original => original is not null);

    /// <summary>An id resolved against a declared base only: most ids without a scheme are no addresses, and one that says so never
    /// is.</summary>
    public string? Id(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null
        : item.Elements("guid").Any(guid => IsPermaLink(guid, "false")) ? written.Trim()
        : HtmlLinks.Absolute(ElementScope.BaseOf(item, address), written);

    /// <summary>Files that are attached, recordings of Media RSS among them, each address once.</summary>
    public IReadOnlyList<Enclosure> Enclosures() =>
        [.. item.Elements().Where(IsEnclosure).Select(Read).Concat(FeedNames.InMedia(item, "content").Where(IsRecording).Select(ReadMedia))
            .OfType<Enclosure>().DistinctBy(enclosure => enclosure.Url)];

    /// <summary>An address resolved against the entry's base; text that is no relative address stays as it is.</summary>
    public string? Absolute(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : HtmlLinks.Absolute(from, written);

    private Enclosure? Read(XElement element)
    {
        var declared = new FeedItemEnclosure(element);
        // The library reads 32 bits, and recordings are longer.
        var type = declared.MediaType ?? (element.Name == "link" ? "text/html" : null);
        return Absolute(element) is { } url ? new Enclosure(Encoded(url), type, Bytes(element, "length")) : null;
    }

    private Enclosure? ReadMedia(XElement content) =>
        Absolute((string?)content.Attribute("url")) is { } url
            ? new Enclosure(Encoded(url), (string?)content.Attribute("type"), Bytes(content, "filesize")) : null;

    private static bool IsRecording(XElement content) => MediaKind.Read(content) is "audio" or "video";

    private static long? Bytes(XElement element, string name) =>
        long.TryParse((string?)element.Attribute(name), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var bytes)
            ? bytes : null;

    // File names of recordings hold spaces, which no address may (RFC 3986 §2).
    private static string Encoded(string url) => url.Replace(" ", "%20", StringComparison.Ordinal);

    // 0 for the address that fits best. RSS's own link names the article; an alternate in another language names its translation.
    private int Strangeness(XElement link)
    {
        var declared = ((string?)link.Attribute("hreflang"))?.Trim();
        if (string.IsNullOrEmpty(declared))
            return link.Attribute("href") is null ? 0 : 2;
        if (language is null)
            return declared.Equals("x-default", StringComparison.OrdinalIgnoreCase) ? OtherLanguage - 1 : OtherLanguage;
        return declared.Equals(language, StringComparison.OrdinalIgnoreCase) ? 1 : IsSameLanguage(declared, language) ? 3 : OtherLanguage;
    }

    private static bool IsSameLanguage(string one, string other) =>
        one.Split('-', '_')[0].Equals(other.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);

    private string? Absolute(XElement element) =>
        AddressIn(element) is { } written ? HtmlLinks.Absolute(ElementScope.BaseOf(element, address ?? home), written) : null;

    private static string? AddressIn(XElement element)
    {
        var written = new AtomLink(element).Href ?? new FeedItemEnclosure(element).Url ?? element.Value;
        return string.IsNullOrWhiteSpace(written) ? null : written.Trim();
    }

    private static bool IsEnclosure(XElement element) =>
        element.Name == "enclosure" || element.Name == "link" && RelationOf(new AtomLink(element)) == "enclosure";

    private static bool IsAlternate(XElement element)
    {
        var link = new AtomLink(element);
        return RelationOf(link) is null or "alternate"
            && link.LinkType?.Split(';')[0].Trim().ToLowerInvariant() is null or "" or "text/html" or "html" or "xhtml"
                or "application/xhtml+xml";
    }

    // A registered relation may be written as its address in IANA's registry (RFC 4287 §4.2.7.2).
    private static string? RelationOf(AtomLink link) =>
        link.Relation is { } relation && relation.StartsWith(Registry, StringComparison.OrdinalIgnoreCase) ? relation[Registry.Length..]
            : link.Relation;

    // RSS 2.0: a guid is a permalink unless it says otherwise. An Atom id is one where it looks like an address.
    private string? Permalink()
    {
        var id = item.Elements().LastOrDefault(element => element.Name == "guid" || element.Name == "id");
        if (id is null || IsPermaLink(id, "false"))
            return null;
        var url = IsPermaLink(id, "true") ? Absolute(id.Value) : Id(id.Value);
        return HtmlLinks.Web(url) is null ? null : url;
    }

    private static bool IsPermaLink(XElement id, string value) =>
        value.Equals(((string?)id.Attribute("ispermalink"))?.Trim(), StringComparison.OrdinalIgnoreCase);
}
