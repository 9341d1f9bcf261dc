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

    // The largest pages of news sites have half of this. Some twenty passes go over each element and its text, and the cost of unclosed
    // elements and of comments grows with its square.
    private const int MaxElements = 20_000;

    public ParseResult? TryParse(ParserInput input)
    {
        if (!HtmlMarks.AreIn(input.Text.Value))
            return null;
        if (CountMarkup(input.Text.Value) > MaxElements)
            return new ParseResult.Rejected(
                string.Create(CultureInfo.InvariantCulture, $"a web page with more than {MaxElements:N0} elements"))
            { Format = Format };
        var page = Page.Read(input);
        var facts = PageFacts.ByTrust(page, out var site);
        var merged = new FactMerger(facts, site).ToEntry(page.Address) with { UrlClaims = page.Claims };
        var entry = BodyExtractor.Fill(merged, page, facts, new PersonNames(site));
        return entry.ContentHtml is not null ? Parsed(entry, input.Text.Notes)
            : IsTitleOnly(entry, facts)
                ? Parsed(entry, [.. input.Text.Notes, "title only: the page has a headline and a date, and no body that can be read"])
                : new ParseResult.Rejected("a web page with no article in it") { Format = Format };
    }

    private static ParseResult.Parsed Parsed(Entry entry, IReadOnlyList<string> notes) =>
        new(Format, [new ParsedEntry.Readable(entry)]) { Notes = notes };

    // A front page has a title too, but no headline with a date.
    private static bool IsTitleOnly(Entry entry, IReadOnlyList<PageFacts> facts) =>
        entry is { Title: not null, Published: not null }
            && facts.Any(fact => fact.Title is not null && (fact.Headline is not null || fact.Origin != PageFacts.Shown));

    private static int CountMarkup(string html)
    {
        var count = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
            count += char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '!' or '?' ? 1 : 0;
        return count;
    }
}
