using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>Where a feed says that an entry comes from: RSS <c>source</c>, Atom <c>source</c>, Dublin Core <c>publisher</c>.</summary>
internal static class EntryPublisher
{
    public static Publisher? Read(XElement item, Rss20FeedItem rss)
    {
        var source = item.Element("source");
        var (name, url) = source?.HasElements == true
            ? (source.Element("title") is { } title ? TextConstruct.Text(title) : null, AtomAddress(source))
            : (Plain(rss.Source.Value), Plain(rss.Source.Url));
        name ??= Plain(rss.DC.Publisher);
        return name is null && url is null ? null : new Publisher(name, url);
    }

    private static string? AtomAddress(XElement source)
    {
        var links = source.Elements("link").Select(element => new AtomLink(element)).ToList();
        return Plain((links.Find(link => link.Relation is null or "alternate") ?? links.Find(link => link.Relation == "self"))?.Href);
    }

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
