using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// Reads one <c>item</c> or <c>entry</c>. CodeHollow.FeedReader reads the plain fields of RSS and Atom; what it loses (bases,
/// text types, several authors, dates in other spellings, Media RSS beside the core) is read from the same element beside it.
/// </summary>
internal sealed class XmlEntryReader(Uri? address, Uri? home, TimeZoneInfo zone)
{
    private readonly Dictionary<XElement, FeedFacts> feeds = [];

    public Entry Read(XElement item)
    {
        var entry = ReadOwn(item);
        if (FeedFacts.FeedOf(item) is not { } feed)
            return entry;
        var facts = feeds.TryGetValue(feed, out var known) ? known : feeds[feed] = FeedFacts.Read(feed);
        return entry.Inherit(facts.OfOrigin(item));
    }

    private Entry ReadOwn(XElement item)
    {
        var rss = new Rss20FeedItem(item);
        var atom = new AtomFeedItem(item);
        var links = new EntryLinks(item, address, home);
        var url = links.Article();
        // A text without a base was written for the page that it is on.
        var texts = EntryTexts.Read(item, address ?? HtmlLinks.Web(url) ?? home);
        var id = links.Id(Plain(atom.Id) ?? Plain(rss.Guid) ?? Plain((string?)item.Attribute(FeedNames.Rdf + "about")));
        return new Entry
        {
            SourceId = id,
            SourceIdIsGlobal = id is not null
                && (id.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) || id.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)),
            Url = url,
            Title = Title(item),
            SummaryHtml = texts.Summary,
            ContentHtml = texts.Content,
            Published = Date(item, "published"),
            Updated = Date(item, "updated") ?? DateParser.Parse((string?)item.Attribute("lastmod"), zone),
            Language = texts.Language ?? Plain(rss.DC.Language),
            Contributors = EntryPeople.Read(item),
            Categories = EntryCategories.Read(item),
            Enclosures = links.Enclosures(),
            Images = EntryImages.Read(item, links),
            Publisher = EntryPublisher.Read(item, rss),
            Rights = Plain(atom.Rights) ?? Plain((string?)item.Element("copyright")) ?? Plain(rss.DC.Rights),
        };
    }

    private static string? Title(XElement item) =>
        new[] { item.Element("title"), item.Element(FeedNames.DublinCore + "title"), FeedNames.InMedia(item, "title").FirstOrDefault() }
            .OfType<XElement>().Select(title => TextConstruct.Text(title)).FirstOrDefault(title => title is not null);

    private PublishedDate? Date(XElement item, string name) =>
        item.Elements(FeedNames.Date + name).Select(element => DateParser.Parse(element.Value, zone)).LastOrDefault(
            date => date is not null);

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
