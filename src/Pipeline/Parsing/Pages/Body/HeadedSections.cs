using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Knows an article by its headline.</summary>
internal sealed class HeadedSections(IElement body, Prose prose)
{
    // A header with its standfirst holds less prose than this.
    private const int MinArticleLength = 500;

    private readonly ContainingElements headlines = new(body.QuerySelectorAll("h1"));

    /// <summary>True for the box with the headline and much prose: that is the article, though a script shows it in a "modal".</summary>
    public bool IsArticle(IElement element) => prose.In(element) >= MinArticleLength && headlines.Contain(element);
}
