using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the articles that an endless page shows below its own, each with a headline.</summary>
internal static class NextArticleRemover
{
    // With less text in it, the element around the headline is not the article.
    private const int MinArticleLength = 500;

    public static void Clean(IElement body, string? title)
    {
        var articles = body.QuerySelectorAll("article");
        if (articles.Length < 2)
            return;
        var own = body.QuerySelectorAll("h1").Where(head => PlainText.From(head.TextContent) is { } text && IsOwn(text, title))
            .Select(head => head.Closest("article")).OfType<IElement>().FirstOrDefault();
        var prose = new Prose(body);
        if (own is null || prose.In(own) < MinArticleLength)
            return;
        foreach (var article in articles.SkipWhile(article => !ReferenceEquals(article, own)).Where(
            article => !article.Contains(own) && !own.Contains(article) && article.QuerySelector("h1, h2") is not null).ToList())
            article.Remove();
    }

    private static bool IsOwn(string text, string? title) => WindowTitle.Has(title, text) || Headline.Likeness(text, title ?? "") > 0.9;
}
