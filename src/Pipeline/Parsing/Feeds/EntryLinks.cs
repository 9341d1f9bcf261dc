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
internal sealed class EntryLinks(XElement item, Uri? address, Uri? home)
{
    private readonly Uri? from = ElementScope.BaseOf(item, address ?? home);

    /// <summary>The article's own address: the last HTML alternate, else an id that is declared or seen to be an address.</summary>
    public string? Article()
    {
        var links = item.Elements("link").Where(link => !IsEnclosure(link)).ToList();
        var alternate = links.LastOrDefault(link => IsAlternate(link) && AddressIn(link) is not null);
        if (alternate is not null)
            return Absolute(alternate);
        // CDF has the address on the item or on a link inside it (CDF submission, Item).
        return Absolute((string?)item.Attribute("href")) ?? Absolute((string?)item.Element("a")?.Attribute("href")) ?? Permalink();
    }

    /// <summary>An id resolved against a declared base only: most ids without a scheme are no addresses.</summary>
    public string? Id(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : HtmlLinks.Absolute(ElementScope.BaseOf(item, address), written);

    public IReadOnlyList<Enclosure> Enclosures() =>
        [.. item.Elements().Where(IsEnclosure).Select(Read).OfType<Enclosure>().DistinctBy(enclosure => enclosure.Url)];

    /// <summary>An address resolved against the entry's base; text that is no relative address stays as it is.</summary>
    public string? Absolute(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : HtmlLinks.Absolute(from, written);

    private Enclosure? Read(XElement element)
    {
        var declared = new FeedItemEnclosure(element);
        // The library reads 32 bits, and recordings are longer.
        var length = long.TryParse((string?)element.Attribute("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes : (long?)null;
        return Absolute(element) is { } url
            ? new Enclosure(url, declared.MediaType ?? (element.Name == "link" ? "text/html" : null), length) : null;
    }

    private string? Absolute(XElement element) =>
        AddressIn(element) is { } written ? HtmlLinks.Absolute(ElementScope.BaseOf(element, address ?? home), written) : null;

    private static string? AddressIn(XElement element)
    {
        var written =
            new AtomLink(element).Href ?? new FeedItemEnclosure(element).Url ?? (string?)element.Attribute("uri") ?? element.Value;
        return string.IsNullOrWhiteSpace(written) ? null : written.Trim();
    }

    private static bool IsEnclosure(XElement element) =>
        element.Name == "enclosure" || element.Name == "link" && new AtomLink(element).Relation == "enclosure";

    private static bool IsAlternate(XElement element)
    {
        var link = new AtomLink(element);
        return link.Relation is null or "alternate"
            && link.LinkType?.ToLowerInvariant() is null or "" or "text/html" or "html" or "xhtml" or "application/xhtml+xml";
    }

    // RSS 2.0: a guid is a permalink unless it says otherwise. An Atom id is one where it looks like an address.
    private string? Permalink()
    {
        var id = item.Elements().LastOrDefault(element => element.Name == "guid" || element.Name == "id");
        if (id is null || "false".Equals((string?)id.Attribute("ispermalink"), StringComparison.OrdinalIgnoreCase))
            return null;
        var url = "true".Equals((string?)id.Attribute("ispermalink"), StringComparison.OrdinalIgnoreCase) ? Absolute(id.Value)
            : Id(id.Value);
        return HtmlLinks.Web(url) is null ? null : url;
    }
}
