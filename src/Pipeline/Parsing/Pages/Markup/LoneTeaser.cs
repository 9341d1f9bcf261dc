using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>A paragraph that a template calls a teaser and that leads nowhere: what stands over an article's text, and in lists of articles
/// stands for it.</summary>
internal static class LoneTeaser
{
    private const int MinLength = 40;
    private const int MaxLength = 800;

    public static bool Is(IElement element) =>
        ClassWords.NamesOf(element).SelectMany(ClassWords.Split).Contains("teaser")
            && ShortText.Read(element, ShortText.MaxLines)?.Trim().Length is >= MinLength and <= MaxLength
            && element.Closest("a") is null && element.QuerySelector("h1, h2, h3, h4, h5, li, img, picture") is null
            && element.ParentElement is { } box && box.QuerySelector("h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4") is null
            && box.Children.Count(other => other.ClassName == element.ClassName) == 1;
}
