using System.Globalization;
using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Http.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XElement Write(Feed feed) => new(Atom + "feed",
        MediaElements.Declaration,
        feed.Language is { } language ? new XAttribute(XNamespace.Xml + "lang", XmlText.Clean(language)) : null,
        new XElement(Atom + "id", feed.Address.AbsoluteUri),
        new XElement(Atom + "title", feed.Title),
        new XElement(Atom + "updated", Rfc3339(feed.Updated)),
        Link("self", feed.Address, "application/atom+xml"),
        Link("alternate", feed.Home, "text/html"),
        feed.Articles.Select(article => Entry(feed, article)));

    // Section 4.2.1 wants an author somewhere: where an article names none, its source stands for one.
    private static XElement Entry(Feed feed, FeedArticle article) => new(Atom + "entry",
        article.Summary.Language is { } language ? new XAttribute(XNamespace.Xml + "lang", XmlText.Clean(language)) : null,
        new XElement(Atom + "id", article.Id),
        new XElement(Atom + "title", new XAttribute("type", "html"), XmlText.AsHtml(article.Title)),
        new XElement(Atom + "updated", Rfc3339(article.Updated)),
        article.Published is { } published ? new XElement(Atom + "published", Rfc3339(published)) : null,
        Link("alternate", feed.LinkOf(article), null),
        article.Enclosures.Select(WriteFile),
        article.Summary.Authors.DefaultIfEmpty(article.Outlet?.Name ?? article.Summary.Source).Select(
            author => new XElement(Atom + "author", new XElement(Atom + "name", XmlText.Clean(author)))),
        article.Summary.Categories.Select(category => new XElement(Atom + "category", new XAttribute("term", XmlText.Clean(category)))),
        article.Excerpt.Length > 0 ? new XElement(Atom + "summary", article.Excerpt) : null,
        new XElement(Atom + "content", new XAttribute("type", "html"), article.Html),
        article.Outlet is { } outlet ? WriteOutlet(outlet, article) : null,
        MediaElements.WriteImage(article.Image));

    // Section 4.2.11: the facts of the feed that an entry is from. Its id stands where the outlet has an address.
    private static XElement WriteOutlet(Publisher outlet, FeedArticle article) => new(Atom + "source",
        outlet.Url is { } id ? new XElement(Atom + "id", XmlText.Clean(id)) : null,
        new XElement(Atom + "title", XmlText.Clean(outlet.Name!)),
        new XElement(Atom + "updated", Rfc3339(article.Updated)),
        Uri.TryCreate(outlet.Url, UriKind.Absolute, out var home) ? Link("alternate", home, "text/html") : null,
        outlet.Icon is { } icon ? new XElement(Atom + "icon", XmlText.Clean(icon)) : null);

    private static XElement WriteFile(Enclosure enclosure) => new(Atom + "link",
        new XAttribute("rel", "enclosure"),
        new XAttribute("href", XmlText.Clean(enclosure.Url)),
        enclosure.MediaType is { } type ? new XAttribute("type", XmlText.Clean(type)) : null,
        enclosure.Length is { } length ? new XAttribute("length", length) : null);

    private static XElement Link(string relation, Uri address, string? mediaType) => new(Atom + "link",
        new XAttribute("rel", relation),
        new XAttribute("href", address.AbsoluteUri),
        mediaType is null ? null : new XAttribute("type", mediaType));

    /// <summary>A date construct (section 3.3), in whole seconds of UTC.</summary>
    public static string Rfc3339(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
