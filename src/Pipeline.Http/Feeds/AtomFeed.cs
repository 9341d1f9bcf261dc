using System.Globalization;
using System.Xml.Linq;

namespace Pipeline.Http.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XElement Write(Feed feed) => new(Atom + "feed",
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
        new XElement(Atom + "published", Rfc3339(article.Published)),
        Link("alternate", feed.LinkOf(article), null),
        article.Summary.Authors.DefaultIfEmpty(article.Summary.Source).Select(
            author => new XElement(Atom + "author", new XElement(Atom + "name", XmlText.Clean(author)))),
        article.Summary.Categories.Select(category => new XElement(Atom + "category", new XAttribute("term", XmlText.Clean(category)))),
        article.Excerpt.Length > 0 ? new XElement(Atom + "summary", article.Excerpt) : null,
        new XElement(Atom + "content", new XAttribute("type", "html"), article.Html));

    private static XElement Link(string relation, Uri address, string? mediaType) => new(Atom + "link",
        new XAttribute("rel", relation),
        new XAttribute("href", address.AbsoluteUri),
        mediaType is null ? null : new XAttribute("type", mediaType));

    /// <summary>A date construct (section 3.3), in whole seconds of UTC.</summary>
    public static string Rfc3339(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
