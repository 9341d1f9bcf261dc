using System.Globalization;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>Reads one item of a JSON Feed. A field of the wrong type is read as missing.</summary>
internal static class JsonFeedItem
{
    public static Entry Read(JsonElement item, JsonElement feed, ParserInput input)
    {
        CpuBudget.Check();
        var home = HtmlLinks.Web(Text(feed, "home_page_url")) ?? input.File.Address ?? HtmlLinks.Web(Text(feed, "feed_url"));
        var url = Absolute(Text(item, "url") ?? Text(item, "external_url"), home);
        var id = Text(item, "id");
        var people = JsonFeedPeople.Read(item);
        var own = new Entry
        {
            SourceId = id,
            SourceIdIsGlobal = XmlEntryReader.IsGlobal(id),
            Url = url,
            Title = ReadTitle(Text(item, "title")),
            SummaryHtml = Shortcodes.Resolve(TextConstruct.Plain(Text(item, "summary"))),
            ContentHtml = Shortcodes.Resolve(SiteTrailer.Remove(Text(item, "content_html"), url) is { } html
                ? HtmlLinks.MakeAbsolute(html, home) : TextConstruct.Plain(Text(item, "content_text"))),
            Published = DateParser.Parse(Text(item, "date_published"), input.Zone),
            Updated = DateParser.Parse(Text(item, "date_modified"), input.Zone),
            Language = Text(item, "language"),
            Contributors = people ?? [],
            Categories = [
                .. List(item, "tags").Select(Text).Select(TextConstruct.Line).OfType<string>().Select(tag => new Category(tag)).Distinct()],
            Images = [.. new[] { Text(item, "image"), Text(item, "banner_image") }.Select(image => Absolute(image, home)).OfType<string>()
                .Distinct().Select(image => new ArticleImage(image))],
            Enclosures = [.. List(item, "attachments").Select(attachment => Attachment(attachment, home)).OfType<Enclosure>()],
        };
        return own.Inherit(
            new FeedFacts(Text(feed, "language"), people is null ? JsonFeedPeople.Read(feed) ?? [] : [], Outlet: Outlet(feed)));
    }

    /// <summary>A field as text; numbers too, because feeds write ids as numbers although the format forbids it.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    /// <summary>The values of a list; empty where the field is no list.</summary>
    public static IEnumerable<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray() : [];

    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static Publisher? Outlet(JsonElement feed) =>
        TextConstruct.Line(Text(feed, "title")) is var name && HtmlLinks.Web(Text(feed, "home_page_url"))?.OriginalString is var home
            && (name ?? home) is not null
            ? new Publisher(name, home, (HtmlLinks.Web(Text(feed, "icon")) ?? HtmlLinks.Web(Text(feed, "favicon")))?.OriginalString)
            : null;

    private static Enclosure? Attachment(JsonElement attachment, Uri? home)
    {
        var size = long.TryParse(Text(attachment, "size_in_bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes
            : (long?)null;
        return Absolute(Text(attachment, "url"), home) is { } url
            ? new Enclosure(url.Replace(" ", "%20", StringComparison.Ordinal), Text(attachment, "mime_type"), size) : null;
    }

    private static string? Absolute(string? written, Uri? home) => written is null ? null : HtmlLinks.Absolute(home, written);

    // A title is plain text there, so that a tag in it is text; yet some systems escape what they write, and leave line breaks.
    private static string? ReadTitle(string? title) =>
        title?.Contains('<') is true && !title.Contains("<br", StringComparison.OrdinalIgnoreCase) ? title.Trim()
            : TextConstruct.Line(title);
}
