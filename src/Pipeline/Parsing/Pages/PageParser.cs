using System.Globalization;
using Pipeline.Articles;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Pages.Body;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages;

/// <summary>
/// Reads one web page as one entry: the article's body without what the site wraps around it, and its facts.
/// A page that holds no article (a front page, a form, a video's frame) is rejected.
/// </summary>
internal sealed class PageParser : IFormatParser
{
    public const string Format = "HTML page";

    // The largest pages of news sites have a quarter of this; the cost of unclosed elements and of comments grows with its square.
    private const int MaxElements = 40_000;

    public ParseResult? TryParse(ParserInput input)
    {
        if (!HtmlMarks.AreIn(input.Text.Value))
            return null;
        if (CountMarkup(input.Text.Value) > MaxElements)
            return new ParseResult.Rejected(
                string.Create(CultureInfo.InvariantCulture, $"a web page with more than {MaxElements:N0} elements"))
            { Format = Format };
        var page = Page.Read(input);
        var facts = PageFacts.ByTrust(page);
        var body = BodyExtractor.Extract(page, facts);
        return body is null
            ? new ParseResult.Rejected("a web page with no article in it") { Format = Format }
            : new ParseResult.Parsed(Format, [new ParsedEntry.Readable(EntryFrom(facts, page, body))]) { Notes = input.Text.Notes };
    }

    private static int CountMarkup(string html)
    {
        var count = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
            count += char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '!' or '?' ? 1 : 0;
        return count;
    }

    private static Entry EntryFrom(IReadOnlyList<PageFacts> facts, Page page, string body) =>
        new FactMerger(facts).ToEntry(page.Address) with { ContentHtml = body, UrlClaims = page.Claims };
}
