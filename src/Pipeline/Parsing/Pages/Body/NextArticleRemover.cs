using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the articles that an endless page shows below its own, each with a headline.</summary>
internal static class NextArticleRemover
{
    // With less text in it, the element around the headline is not the article.
    private const int MinArticleLength = 500;

    public static void Clean(CleanedBody body, string? title)
    {
        var articles = body.Element.QuerySelectorAll("article");
        if (articles.Length < 2)
            return;
        var own = body.Element.QuerySelectorAll("h1").Where(head => HeadlineText.Whole(head) is { } text && IsOwn(text, title))
            .Select(head => head.Closest("article")).OfType<IElement>().FirstOrDefault();
        if (own is null || body.Prose.In(own) < MinArticleLength)
            return;
        body.Remove(articles.SkipWhile(article => !ReferenceEquals(article, own)).Where(
            article => !article.Contains(own) && !own.Contains(article) && article.QuerySelector("h1, h2") is not null));
    }

    private static bool IsOwn(string text, string? title) => WindowTitle.Has(title, text) || Headline.Likeness(text, title ?? "") > 0.9;
}
