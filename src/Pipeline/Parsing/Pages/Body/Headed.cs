using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Knows an article by its headline.</summary>
internal sealed class Headed(IElement body, Prose prose)
{
    // A header with its standfirst holds less prose than this.
    private const int ShortestArticle = 500;

    private readonly Holders headlines = new(body.QuerySelectorAll("h1"));

    /// <summary>True for the box with the headline and much prose: that is the article, though a script shows it in a "modal".</summary>
    public bool IsArticle(IElement element) => prose.In(element) >= ShortestArticle && headlines.Contain(element);
}
