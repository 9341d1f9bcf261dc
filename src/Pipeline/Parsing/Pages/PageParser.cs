using Pipeline.Articles;
using Pipeline.Parsing.Pages.Body;
using Pipeline.Parsing.Pages.Facts;

namespace Pipeline.Parsing.Pages;

/// <summary>
/// Reads one web page as one entry: the article's body without what the site wraps around it, and its facts.
/// A page that holds no article (a front page, a form, a video's frame) is rejected.
/// </summary>
internal sealed class PageParser : IFormatParser
{
    public const string Format = "HTML page";

    public ParseResult? TryParse(ParserInput input)
    {
        if (!HtmlMarks.AreIn(input.Text.Value))
            return null;
        var page = Page.Read(input);
        var facts = PageFacts.ByTrust(page);
        var body = BodyExtractor.Extract(page, facts);
        return body is null
            ? new ParseResult.Rejected("a web page with no article in it") { Format = Format }
            : new ParseResult.Parsed(Format, [new ParsedEntry.Readable(EntryFrom(facts, page, body))]) { Notes = input.Text.Notes };
    }

    private static Entry EntryFrom(IReadOnlyList<PageFacts> facts, Page page, string body) =>
        new FactMerger(facts).ToEntry(page.Canonical ?? page.Address) with { ContentHtml = body };
}
