using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>What a feed states once for all its entries.</summary>
internal static class FeedFacts
{
    /// <summary>RSS <c>language</c> or Dublin Core <c>language</c> of the channel; <c>xml:lang</c> is inherited by XML itself.</summary>
    public static string? Language(XElement item) =>
        Feed(item) is { } feed && (feed.Element("language") ?? feed.Element(FeedNames.DublinCore + "language"))?.Value.Trim() is { Length: > 0 } language ? language : null;

    /// <summary>The authors of an Atom feed are those of an entry that names none (RFC 4287 §4.2.1); a channel's editor wrote nothing.</summary>
    public static IReadOnlyList<Contributor> People(XElement item) =>
        item.Name == "entry" && Feed(item) is { } feed ? [.. EntryPeople.Read(feed).Where(person => person.Role == ContributorRole.Author)] : [];

    // In RDF the channel stands beside its items, elsewhere around them.
    private static XElement? Feed(XElement item) =>
        item.Parent is { } parent && parent.Name.LocalName is "rdf" or "rss" ? item.Parent.Element("channel") : item.Parent;
}
