using System.Xml.Linq;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// When an entry was published and last changed. RSS 1.0 has only <c>dc:date</c>, and many Atom feeds only <c>updated</c>: a date that
/// stands alone is that of the publication too, and the provenance names it.
/// </summary>
internal sealed record EntryDates(PublishedDate? Published, PublishedDate? Updated, IReadOnlyDictionary<string, string> Provenance)
{
    private static readonly XName Dated = FeedNames.Date + "dated";

    private static readonly XName Changed = FeedNames.Date + "updated";

    /// <summary>Of each date the last one that can be read.</summary>
    public static EntryDates Read(XElement item, TimeZoneInfo zone)
    {
        var published = Last(item.Elements(FeedNames.Date + "published"), zone);
        var updated = Last(item.Elements().Where(element => element.Name == Changed || element.Name == Dated), zone)
            ?? DateParser.Parse((string?)item.Attribute("lastmod"), zone);
        if (published is not null || updated is null)
            return new EntryDates(published, updated, new Dictionary<string, string>());
        var dated = Last(item.Elements(Dated), zone);
        return new EntryDates(
            dated ?? updated, updated, new Dictionary<string, string> { ["published"] = dated is null ? "updated" : "dc:date" });
    }

    private static PublishedDate? Last(IEnumerable<XElement> elements, TimeZoneInfo zone) =>
        elements.Select(element => Written(element).Select(text => DateParser.Parse(text, zone)).FirstOrDefault(date => date is not null))
            .LastOrDefault(date => date is not null);

    // Templates for pages put a date into markup, which has it for programs beside what readers see.
    private static IEnumerable<string?> Written(XElement element)
    {
        var html = element.HasElements ? TextConstruct.InnerHtml(element) : element.Value;
        if (!html.Contains('<', StringComparison.Ordinal) || BoundedHtml.TryParse($"<body>{html}", HtmlBounds.Line)?.Body is not { } body)
            return [element.Value];
        return body.QuerySelectorAll("[datetime], [content]").Select(
            marked => marked.GetAttribute("datetime") ?? marked.GetAttribute("content")).Append(body.TextContent);
    }
}
