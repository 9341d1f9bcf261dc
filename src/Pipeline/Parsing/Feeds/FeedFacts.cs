using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>What a feed states once for all its entries.</summary>
/// <param name="Language">RSS <c>language</c> or Dublin Core <c>language</c> of the channel; <c>xml:lang</c> is inherited by XML
/// itself.</param>
/// <param name="Authors">The authors of an Atom feed are those of an entry that names none (RFC 4287 §4.2.1); a channel's editor wrote
/// nothing.</param>
/// <param name="Rights">RSS <c>copyright</c> and Atom <c>rights</c>, which apply to entries that state none (RFC 4287 §4.2.10).</param>
/// <param name="Outlet">Who publishes the feed, by its title, its home page and its icon.</param>
internal sealed record FeedFacts(string? Language, IReadOnlyList<Contributor> Authors, string? Rights = null, Publisher? Outlet = null)
{
    /// <summary>The feed of the items that stand in an element. In RDF the channel stands beside them, elsewhere around them.</summary>
    public static XElement? FindFeed(XElement parent) => parent.Name.LocalName is "rdf" or "rss" ? parent.Element("channel") : parent;

    /// <summary>Reads every child of the feed, entries included: to be called once for a feed.</summary>
    public static FeedFacts Read(XElement feed, Uri? address)
    {
        var language = (feed.Element("language") ?? feed.Element(FeedNames.DublinCore + "language"))?.Value.Trim();
        return new FeedFacts(string.IsNullOrEmpty(language) ? null : language, feed.Name == "feed" ? Writers(feed)
            : [], RightsOf(feed), FeedOutlet.Read(feed, address));
    }

    /// <summary>The facts for an entry that was taken over from another feed, and says so: that feed's authors and rights come first (RFC
    /// 4287 §4.2.1).</summary>
    public FeedFacts OfOrigin(XElement item) =>
        item.Element("source") is { HasElements: true } origin
            ? this with { Authors = Writers(origin) is { Count: > 0 } authors ? authors : Authors, Rights = RightsOf(origin) ?? Rights }
            : this;

    /// <summary>True where what an entry names as its source is this feed itself, as many feeds do of all their entries.</summary>
    public bool IsSame(Publisher origin) =>
        (origin.Name is not null && origin.Name.Equals(Outlet?.Name, StringComparison.OrdinalIgnoreCase))
        || (origin.Url is not null && origin.Url.TrimEnd('/').Equals(Outlet?.Url?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private static List<Contributor> Writers(XElement feed) =>
        [.. EntryPeople.Read(feed).Where(person => person.Role == ContributorRole.Author)];

    private static string? RightsOf(XElement feed) =>
        (feed.Element("rights") ?? feed.Element("copyright") ?? feed.Element(FeedNames.DublinCore + "rights")) is { } rights
            ? TextConstruct.Text(rights) : null;
}
