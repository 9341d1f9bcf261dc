using System.Net;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>Reads one item of a JSON Feed. A field of the wrong type is read as missing.</summary>
internal static class JsonFeedItem
{
    public static Entry Read(JsonElement item, JsonElement feed, ParserInput input)
    {
        var home = HtmlLinks.Web(Text(feed, "home_page_url")) ?? input.File.Address ?? HtmlLinks.Web(Text(feed, "feed_url"));
        var url = Absolute(Text(item, "url") ?? Text(item, "external_url"), home);
        var id = Text(item, "id");
        var own = new Entry
        {
            SourceId = id,
            SourceIdIsGlobal = id is not null
                && (id.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) || id.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)),
            Url = url,
            Title = Text(item, "title"),
            SummaryHtml = Escaped(Text(item, "summary")),
            ContentHtml = Text(item, "content_html") is { } html ? HtmlLinks.MakeAbsolute(html, home) : Escaped(Text(item, "content_text")),
            Published = DateParser.Parse(Text(item, "date_published"), input.Zone),
            Updated = DateParser.Parse(Text(item, "date_modified"), input.Zone),
            Language = Text(item, "language"),
            Contributors = People(item),
            Categories = [.. List(item, "tags").Select(Text).OfType<string>().Select(tag => new Category(tag)).Distinct()],
            Images = [.. new[] { Text(item, "image"), Text(item, "banner_image") }.Select(image => Absolute(image, home)).OfType<string>()
                .Distinct().Select(image => new ArticleImage(image))],
            Enclosures = [.. List(item, "attachments").Select(attachment => Attachment(attachment, home)).OfType<Enclosure>()],
        };
        return own.Inherit(new FeedFacts(Text(feed, "language"), People(feed)));
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

    // 1.1 has a list of authors where 1.0 has one. An item without any has those of its feed (JSON Feed 1.1, items).
    private static List<Contributor> People(JsonElement element)
    {
        var people = List(element, "authors").ToList();
        if (people.Count == 0 && element.TryGetProperty("author", out var one))
            people.Add(one);
        return [.. people.Select(person => (Name: Text(person, "name"), Url: Text(person, "url")))
            .Where(person => person.Name is not null).Select(person => new Contributor(person.Name!, Url: person.Url))];
    }

    private static Enclosure? Attachment(JsonElement attachment, Uri? home)
    {
        var size = attachment.ValueKind == JsonValueKind.Object && attachment.TryGetProperty("size_in_bytes", out var bytes)
            && bytes.ValueKind == JsonValueKind.Number && bytes.TryGetInt64(out var length) ? length : (long?)null;
        return Absolute(Text(attachment, "url"), home) is { } url ? new Enclosure(url, Text(attachment, "mime_type"), size) : null;
    }

    private static string? Absolute(string? written, Uri? home) => written is null ? null : HtmlLinks.Absolute(home, written);

    private static string? Escaped(string? text) => text is null ? null : WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>");
}
