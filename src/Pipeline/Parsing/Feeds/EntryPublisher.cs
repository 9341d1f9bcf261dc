using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>Who published an entry first, where it was taken over: RSS <c>source</c> (RSS 2.0, item elements) and Atom <c>source</c> (RFC
/// 4287 §4.2.11).</summary>
internal static class EntryPublisher
{
    /// <summary>The outlet that the entry was taken from; <c>null</c> where it names none.</summary>
    public static Publisher? ReadOrigin(XElement item, Rss20FeedItem rss)
    {
        var source = item.Element("source");
        var (name, url) = source?.HasElements == true
            ? (source.Element("title") is { } title ? TextConstruct.Text(title) : null, AtomAddress(source))
            : (TextConstruct.Line(rss.Source.Value), Plain(rss.Source.Url));
        return name is null && url is null ? null : new Publisher(name, url);
    }

    private static string? AtomAddress(XElement source)
    {
        var links = source.Elements("link").Select(element => new AtomLink(element)).ToList();
        return Plain((links.Find(link => link.Relation is null or "alternate") ?? links.Find(link => link.Relation == "self"))?.Href);
    }

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
