using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>An entry's summary and full text as HTML, and the language in which they are declared to be.</summary>
internal sealed record EntryTexts(string? Summary, string? Content, string? Language)
{
    private static readonly HashSet<XName> FullTexts = [
        FeedNames.Content + "encoded", "encoded", "content", "body", FeedNames.Xhtml + "body", "fullitem"];

    private static readonly HashSet<XName> Summaries = [
        "description", "summary", "abstract", FeedNames.DublinCore + "description", FeedNames.Itunes + "summary",
        FeedNames.Itunes + "description"];

    // What these hold is text unless it says otherwise; the others are HTML by custom (RSS 2.0, content module).
    private static readonly HashSet<XName> PlainByDefault = [
        "content", "summary", "abstract", FeedNames.Itunes + "summary", FeedNames.Media + "description"];

    public static EntryTexts Read(XElement item, Uri? address)
    {
        var content = item.Elements().FirstOrDefault(element => FullTexts.Contains(element.Name) && HasText(element));
        var summaries = item.Elements().Where(element => Summaries.Contains(element.Name)).Concat(FeedNames.InMedia(item, "description"))
            .Where(HasText).ToList();
        var summary = summaries.FirstOrDefault();
        // A feed without a field for the full text sends it as a second description beside the summary.
        content ??= summaries.Skip(1).FirstOrDefault(other => other.Value.Length > summary!.Value.Length);
        var spoken = content ?? summary ?? item.Element("title");
        return new EntryTexts(Html(summary, address), Html(content, address), ElementScope.LanguageOf(spoken ?? item));
    }

    private static bool HasText(XElement element) => element.HasElements || !string.IsNullOrWhiteSpace(element.Value);

    private static string? Html(XElement? element, Uri? address) =>
        element is null ? null
            : Shortcodes.Resolve(TextConstruct.Html(element, PlainByDefault.Contains(element.Name) ? "text" : "html", address));
}
