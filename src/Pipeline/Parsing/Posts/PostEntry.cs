using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Makes an entry of a front matter and a body. The keys are those that the generators define and that exporters add; the first
/// key that holds something wins. Keys are in the spelling of <see cref="FrontMatter.Key"/>.
/// </summary>
internal static partial class PostEntry
{
    public static Entry Read(FrontMatter facts, string html, ParserInput input)
    {
        var url = Url(facts, input.File.Address);
        var id = facts.Text("guid", "id", "uuid");
        var published =
            Date(facts, input, "date", "publishdate", "published", "publishedat", "pubdate", "datepublished", "createdat", "created");
        var named = published is null ? DateIn(input) : null;
        return new Entry
        {
            SourceId = id,
            SourceIdIsGlobal =
                id is not null && (id.StartsWith("tag:", StringComparison.Ordinal) || id.StartsWith("urn:", StringComparison.Ordinal)),
            Url = url,
            Title = facts.Text("title", "headline") is { } title
                ? WebUtility.HtmlDecode(PlainText.WithoutBreaks(TemplateSyntax.Strip(title, facts))) : null,
            SummaryHtml = facts.Text("description", "summary", "excerpt", "abstract", "subtitle") is { } summary
                ? Html(TemplateSyntax.Strip(summary, facts)) : null,
            ContentHtml = html.Length > 0
                ? HtmlLinks.MakeAbsolute(html, HtmlLinks.Web(url) ?? HtmlLinks.Web(facts.Text("source")) ?? input.File.Address) : null,
            Published = published ?? named,
            Updated = Date(facts, input, "lastmod", "updated", "updatedat", "updateddate", "modified", "lastmodifiedat", "lastmodified",
                "datemodified"),
            Language = facts.Text("lang", "language", "locale"),
            Contributors = PostPeople.Read(facts),
            Categories = Categories(facts),
            Images = PostImages.Read(facts, url),
            Publisher = Publisher(facts),
            Section = facts.Text("section"),
            Dateline = facts.Text("dateline"),
            Rights = facts.Text("copyright", "rights", "license"),
            Provenance =
                named is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["published"] = "the file name" },
            IsDraft = facts.Text("draft") is { } draft && IsTrue(draft) || facts.Text("published") is "false" or "False" or "no",
        };
    }

    // A permalink is often only a path; it becomes an address where the file says what it belongs to.
    private static string? Url(FrontMatter facts, Uri? address)
    {
        var candidates = facts.Texts("permalink", "link", "canonicalurl", "canonical", "url", "originalurl", "sourceurl").ToList();
        var absolute =
            candidates.FirstOrDefault(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https");
        if (absolute is not null || candidates.Count == 0)
            return absolute ?? address?.AbsoluteUri;
        return address is not null && Uri.TryCreate(address, candidates[0], out var joined) ? joined.AbsoluteUri : candidates[0];
    }

    private static PublishedDate? Date(FrontMatter facts, ParserInput input, params IEnumerable<string> keys) =>
        facts.Texts(keys).Select(text => DateParser.Parse(text, input.Zone)).FirstOrDefault(date => date is not null);

    // Jekyll names its posts by their day (Jekyll docs, Posts: YEAR-MONTH-DAY-title).
    private static PublishedDate? DateIn(ParserInput input)
    {
        var name = input.File.Path[(input.File.Path.LastIndexOf('/') + 1)..];
        return DayInName().Match(name) is { Success: true } found ? DateParser.Parse(found.Value, input.Zone) : null;
    }

    // Jekyll would split a text at spaces, Hexo would not: only a comma is sure to part two terms.
    private static List<Category> Categories(FrontMatter facts) =>
        [.. facts.Values("categories", "category", "tags", "tag", "keywords", "topics")
            .Select(value =>
                value is JsonObject mapping ? FrontMatter.TextOf(mapping, "name", "title", "term", "label") : FrontMatter.TextOf(value))
            .OfType<string>()
            .SelectMany(text => WebUtility.HtmlDecode(text).Split(
                [',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(term => new Category(term))];

    private static Publisher? Publisher(FrontMatter facts)
    {
        var stated = facts.Values("publisher").OfType<JsonObject>().FirstOrDefault();
        var name = stated is null ? facts.Text("publisher", "sourcename", "sitename", "source")
            : FrontMatter.TextOf(stated, "name", "title");
        // Whose site it was exported from; an address that is relative names none.
        var home = (stated is null ? null : FrontMatter.TextOf(stated, "url")) ?? facts.Text("publisherurl", "siteurl", "baseurl");
        home = HtmlLinks.Web(home)?.AbsoluteUri;
        if (name is not null && Uri.IsWellFormedUriString(name, UriKind.Absolute))
            name = null;
        return name is null && home is null ? null : new Publisher(name, home);
    }

    private static bool IsTrue(string text) => text.ToLower(CultureInfo.InvariantCulture) is "true" or "yes" or "on" or "1";

    // Summaries are plain text for most generators and Markdown or HTML for some: without a tag, a mark is only a character.
    private static string Html(string text) =>
        text.Contains("</", StringComparison.Ordinal) ? text : WebUtility.HtmlEncode(WebUtility.HtmlDecode(text));

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}(?=-)", RegexOptions.None, MatchTimeout)]
    private static partial Regex DayInName();
}
