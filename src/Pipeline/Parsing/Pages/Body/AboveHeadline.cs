using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes the text that stands over the headline: consent windows, notices, lists of other articles. Only a headline that the
/// page's title confirms counts.</summary>
internal static class AboveHeadline
{
    // With less text under it, the headline may stand below or beside its article.
    private const int MinArticleLength = 200;

    public static void Clean(CleanedBody body, string? title)
    {
        var headlines = body.Element.QuerySelectorAll("h1").Where(
            head => HeadlineText.Whole(head) is { } text && WindowTitle.Has(title, text)).ToList();
        if (headlines is not [var headline])
            return;
        var prose = body.Prose;
        var above = headline.GetAncestors().OfType<IElement>().TakeWhile(element => !ReferenceEquals(element, body.Element))
            .Prepend(headline)
            .SelectMany(element => element.ParentElement!.Children.TakeWhile(child => !ReferenceEquals(child, element)))
            .Where(child => prose.In(child) > 0).ToList();
        if (prose.Total - above.Sum(prose.In) >= MinArticleLength)
            body.Remove(above);
    }
}
