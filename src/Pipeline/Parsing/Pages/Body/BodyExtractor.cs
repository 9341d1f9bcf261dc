using System.Net;
using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Finds the article's body in a page.</summary>
internal static class BodyExtractor
{
    // Less running text than this is a teaser, a caption or an error message.
    private const int MinArticleLength = 140;

    // A page that shows less than this part of the text it carries for machines shows only the beginning of it.
    private const double OnlyBeginning = 0.5;

    /// <summary>The body as HTML with absolute links; <c>null</c> where the page holds no article.</summary>
    public static string? Extract(Page page, IReadOnlyList<PageFacts> facts)
    {
        if (page.Document.Body is not { } whole)
            return null;
        var title = facts.Select(fact => fact.Title).FirstOrDefault(title => title is not null);
        var authors = facts.SelectMany(fact => fact.Contributors).Select(person => person.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var spare = (IElement)whole.Clone(true);
        var body = FindIn(whole, title, authors, trustNames: true) ?? FindIn(spare, title, authors, trustNames: false);
        var stated = facts.Select(fact => fact.Body).FirstOrDefault(text => text?.Length >= MinArticleLength);
        return stated is not null && (body is null || body.TextContent.Length < OnlyBeginning * PlainText.From(stated)?.Length)
            ? FromStated(stated)
                : body is null ? null
                : ContentWriter.Write(body, page);
    }

    // Some templates write markup into the property that is for text.
    private static string? FromStated(string text) =>
        text.Contains("</", StringComparison.Ordinal) ? WireText.FromHtml(text) : WireText.FromPlain(WebUtility.HtmlDecode(text));

    // A site whose names all speak of something else is read by its structure alone.
    private static IElement? FindIn(IElement whole, string? title, IReadOnlySet<string> authors, bool trustNames)
    {
        ClutterRemover.Clean(whole);
        if (trustNames)
            NamedClutterRemover.Clean(whole);
        AboveHeadline.Clean(whole, title);
        RelatedRemover.Clean(whole);
        TeaserRemover.Clean(whole);
        var body = BodyFinder.Find(whole);
        NamedClutterRemover.CleanGalleries(body);
        PromotionRemover.Clean(body);
        CaptionRemover.Clean(body);
        EdgeTrimmer.Trim(body, title, authors);
        return new Prose(body).Total < MinArticleLength ? null : body;
    }
}
