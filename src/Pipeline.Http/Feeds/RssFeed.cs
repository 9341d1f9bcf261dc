using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Http.Feeds;

/// <summary>RSS 2.0 (rssboard.org/rss-specification) with the best-practices profile's <c>atom:link</c>, Dublin Core authors, full content,
/// and Atom's
/// <c>updated</c>, which RSS has no word for.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static XElement Write(Feed feed) => new("rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute(XNamespace.Xmlns + "content", Content),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        MediaElements.Declaration,
        new XElement("channel",
            new XElement("title", feed.Title),
            new XElement("link", feed.Home.AbsoluteUri),
            new XElement("description", "Articles as they come, newest first."),
            feed.Language is { } language ? new XElement("language", XmlText.Clean(language)) : null,
            new XElement("lastBuildDate", Rfc822(feed.Updated)),
            new XElement(Atom + "link", new XAttribute("href", feed.Address.AbsoluteUri), new XAttribute("rel", "self"), new XAttribute(
                "type", "application/rss+xml")),
            feed.Articles.Select(article => Item(feed, article))));

    // The guid is not the link: an article keeps it when its address changes.
    private static XElement Item(Feed feed, FeedArticle article) => new("item",
        new XElement("title", TitleOf(article)),
        new XElement("link", feed.LinkOf(article).AbsoluteUri),
        new XElement("guid", new XAttribute("isPermaLink", "false"), article.Id),
        article.Published is { } published ? new XElement("pubDate", Rfc822(published)) : null,
        article.Changed is { } changed ? new XElement(Atom + "updated", AtomFeed.Rfc3339(changed)) : null,
        new XElement("description", XmlText.AsHtml(article.Excerpt)),
        new XElement(Content + "encoded", article.Html),
        article.Summary.Authors.Select(author => new XElement(DublinCore + "creator", XmlText.Clean(author))),
        article.Summary.Language is { } language ? new XElement(DublinCore + "language", XmlText.Clean(language)) : null,
        article.Summary.Categories.Select(category => new XElement("category", XmlText.Clean(category))),
        article.Outlet is { } outlet ? WriteOutlet(outlet) : null,
        MediaElements.WriteImage(article.Image),
        WriteFiles(article.Enclosures));

    // An element `source` must have an address.
    private static IEnumerable<XElement> WriteOutlet(Publisher outlet) =>
    [
        new(DublinCore + "publisher", XmlText.Clean(outlet.Name!)),
        .. outlet.Url is { } url
            ? (XElement[])[new("source", new XAttribute("url", XmlText.Clean(url)), XmlText.Clean(outlet.Name!))] : [],
    ];

    // The best-practices profile allows one enclosure, which must have a type; Media RSS takes the others.
    private static IEnumerable<XElement> WriteFiles(IReadOnlyList<Enclosure> enclosures)
    {
        var first = enclosures.FirstOrDefault(enclosure => enclosure.MediaType is not null);
        return enclosures.Select(enclosure => enclosure != first ? MediaElements.WriteFile(enclosure) : new XElement("enclosure",
            new XAttribute("url", XmlText.Clean(enclosure.Url)), new XAttribute("length", enclosure.Length ?? 0),
            new XAttribute("type", XmlText.Clean(enclosure.MediaType!))));
    }

    // The specification does not say whether a title is text or HTML, and readers differ: one that HTML would show otherwise is escaped.
    private static string TitleOf(FeedArticle article) =>
        WebUtility.HtmlDecode(article.Title) != article.Title || article.Title.Contains('<', StringComparison.Ordinal)
            ? XmlText.AsHtml(article.Title)
            : article.Title;

    // RFC 822 with a four-digit year, as the specification asks.
    private static string Rfc822(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
