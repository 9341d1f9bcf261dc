using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Knows an article by its headline.</summary>
internal static class Headed
{
    // A header with its standfirst holds less prose than this.
    private const int ShortestArticle = 500;

    /// <summary>True for the box with the headline and much prose: that is the article, though a script shows it in a "modal".</summary>
    public static bool Article(IElement element, Prose prose) => prose.In(element) >= ShortestArticle && element.QuerySelector("h1") is not null;
}
