using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// Reads one <c>item</c> or <c>entry</c>. CodeHollow.FeedReader reads the plain fields of RSS and Atom; what it loses (bases,
/// text types, several authors, dates in other spellings, Media RSS beside the core) is read from the same element beside it.
/// </summary>
internal sealed class XmlEntryReader(Uri? address, Uri? home, TimeZoneInfo zone)
{
    // By what holds the entries: to look for the channel beside ten thousand of them costs as much as to read them.
    private readonly Dictionary<XElement, FeedFacts?> feeds = [];

    public Entry Read(XElement item)
    {
        CpuBudget.Check();
        if (FactsFor(item) is not { } facts)
            return ReadOwn(item, null);
        var entry = ReadOwn(item, facts.Language);
        return entry.Inherit(facts.OfOrigin(item)) is var inherited && inherited.OriginalPublisher is { } origin && facts.IsSame(origin)
            ? inherited with { OriginalPublisher = null }
            : inherited;
    }

    /// <summary>True for an id that its scheme makes unique in the world.</summary>
    public static bool IsGlobal(string? id) =>
        id is not null
            && (id.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) || id.StartsWith("urn:", StringComparison.OrdinalIgnoreCase));

    private FeedFacts? FactsFor(XElement item)
    {
        if (item.Parent is not { } parent)
            return null;
        if (!feeds.TryGetValue(parent, out var facts))
            feeds[parent] = facts = FeedFacts.FindFeed(parent) is { } feed ? FeedFacts.Read(feed, address) : null;
        return facts;
    }

    private Entry ReadOwn(XElement item, string? feedLanguage)
    {
        var rss = new Rss20FeedItem(item);
        var atom = new AtomFeedItem(item);
        var links = new EntryLinks(item, address, home, ElementScope.LanguageOf(item) ?? feedLanguage);
        var url = links.Article();
        // A text without a base was written for the page that it is on.
        var texts = EntryTexts.Read(item, HtmlLinks.Web(links.Original) ?? address ?? HtmlLinks.Web(url) ?? home);
        var id = links.Id(Plain(atom.Id) ?? Plain(rss.Guid) ?? Plain((string?)item.Attribute(FeedNames.Rdf + "about")));
        var dates = EntryDates.Read(item, zone);
        var origin = EntryPublisher.ReadOrigin(item, rss);
        return new Entry
        {
            SourceId = id,
            SourceIdIsGlobal = IsGlobal(id),
            Url = url,
            Title = WithoutOutlet(Title(item), origin?.Name),
            SummaryHtml = SiteTrailer.Remove(texts.Summary, url),
            ContentHtml = SiteTrailer.Remove(texts.Content, url),
            Published = dates.Published,
            Updated = dates.Updated,
            Language = texts.Language ?? Plain(rss.DC.Language),
            Contributors = EntryPeople.Read(item),
            Categories = EntryCategories.Read(item),
            Enclosures = links.Enclosures(),
            Images = EntryImages.Read(item, links),
            Publisher = TextConstruct.Line(rss.DC.Publisher) is { } publisher ? new Publisher(publisher) : null,
            OriginalPublisher = origin,
            Rights = TextConstruct.Line(atom.Rights)
                ?? TextConstruct.Line((string?)item.Element("copyright")) ?? TextConstruct.Line(rss.DC.Rights),
            Provenance = dates.Provenance,
            IsDraft = EntryState.IsDraft(item),
        };
    }

    private static string? Title(XElement item) =>
        new[] { item.Element("title"), item.Element(FeedNames.DublinCore + "title"), item.Element(FeedNames.Itunes + "title"),
            FeedNames.InMedia(item, "title").FirstOrDefault() }
            .OfType<XElement>().Select(title => TextConstruct.Text(title)).FirstOrDefault(title => title is not null);

    // News searches write the outlet's name behind the headline and in the source element as well.
    private static string? WithoutOutlet(string? title, string? outlet) =>
        title is not null && outlet is not null && title.EndsWith($" - {outlet}", StringComparison.OrdinalIgnoreCase)
            && title.Length > outlet.Length + 3
            ? title[..^(outlet.Length + 3)].TrimEnd()
            : title;

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
