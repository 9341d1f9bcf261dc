using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Facts;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Finds the article's body in a page.</summary>
internal static class BodyExtractor
{
    // Less running text than this is a teaser, a caption or an error message.
    private const int ShortestArticle = 140;

    /// <summary>The body as HTML with absolute links; <c>null</c> where the page holds no article.</summary>
    public static string? Extract(Page page, IReadOnlyList<PageFacts> facts)
    {
        if (page.Document.Body is not { } whole)
            return null;
        var title = facts.Select(fact => fact.Title).FirstOrDefault(title => title is not null);
        var spare = (IElement)whole.Clone(true);
        var body = FindIn(whole, title, trustNames: true) ?? FindIn(spare, title, trustNames: false);
        return body is null ? null : ContentWriter.Write(body, page);
    }

    // A site whose names all speak of something else is read by its structure alone.
    private static IElement? FindIn(IElement whole, string? title, bool trustNames)
    {
        ClutterRemover.Clean(whole);
        if (trustNames)
            NamedClutterRemover.Clean(whole);
        RelatedRemover.Clean(whole);
        TeaserRemover.Clean(whole);
        var body = BodyFinder.Find(whole);
        NamedClutterRemover.CleanGalleries(body);
        PromotionRemover.Clean(body);
        CaptionRemover.Clean(body);
        EdgeTrimmer.Trim(body, title);
        return new Prose(body).Total < ShortestArticle ? null : body;
    }
}
