using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// Reads one <c>item</c> or <c>entry</c>. CodeHollow.FeedReader reads the plain fields of RSS and Atom; what it loses (bases,
/// text types, several authors, dates in other spellings, Media RSS beside the core) is read from the same element beside it.
/// </summary>
internal sealed class XmlEntryReader(Uri? address, TimeZoneInfo zone)
{
    public Entry Read(XElement item)
    {
        var rss = new Rss20FeedItem(item);
        var atom = new AtomFeedItem(item);
        var id = Plain(atom.Id) ?? Plain(rss.Guid);
        return new Entry
        {
            SourceId = id,
            Url = Plain(rss.Link) ?? Plain(atom.Link),
            Title = item.Element("title") is { } title ? TextConstruct.Text(title, "text") : null,
            SummaryHtml = Html(item.Element("summary") ?? item.Element("description"), "html"),
            ContentHtml = Html(item.Element(FeedNames.Content + "encoded") ?? item.Element("content"), "html"),
            Published = Date(item, "published"),
            Updated = Date(item, "updated"),
            Language = ElementScope.LanguageOf(item),
            Rights = Plain(atom.Rights) ?? Plain(rss.DC.Rights),
        };
    }

    private string? Html(XElement? element, string defaultType) => element is null ? null : TextConstruct.Html(element, defaultType, address);

    private PublishedDate? Date(XElement item, string name) =>
        item.Elements(FeedNames.Date + name).Select(element => DateParser.Parse(element.Value, zone)).LastOrDefault(date => date is not null);

    private static string? Plain(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
