using Pipeline.Parsing.Pages.Facts;
using SmartReader;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Finds the article's body in a page.</summary>
internal static class BodyExtractor
{
    /// <summary>The body as HTML with absolute links; <c>null</c> where the page holds no article.</summary>
    public static string? Extract(Page page, IReadOnlyList<PageFacts> facts)
    {
        using var reader = new Reader(page.Base?.AbsoluteUri ?? "http://localhost/", page.Document.DocumentElement.OuterHtml);
        var article = reader.GetArticle();
        return article.Completed && facts.Count > 0 && article.TextContent is { Length: > 200 } ? article.Content : null;
    }
}
