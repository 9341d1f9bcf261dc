using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// Removes what is never part of an article, by what it is: navigation, forms, scripts, what is hidden. Authors mark up
/// carelessly: an element that holds much of the page's prose stays whatever it is.
/// </summary>
internal static class ClutterRemover
{
    // A form or a header may hold the whole page; a part of this size is the article or holds it.
    private const double TooMuchForAHint = 0.3;

    // An unclosed aside may swallow the article, but a sidebar or a consent window can hold more text than a short one.
    private const double TooMuchForAFact = 0.7;

    // So much beside what nobody sees is a text that somebody does.
    private const int MinArticleLength = 140;

    private static readonly HashSet<string> NeverArticle = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "button", "input",
        "select", "textarea", "link", "meta", "base", "dialog", "frameset",
    };

    public static void Clean(CleanedBody body)
    {
        body.Remove(Elements(body).Where(element => NeverArticle.Contains(element.LocalName) || IsMark(element)));
        var prose = body.Prose;
        var headed = new HeadedSections(body.Element, prose);
        var quotes = new ContainingElements(body.Element.QuerySelectorAll("blockquote"));
        body.Remove(Elements(body).Where(IsBesideArticle).Where(
            element => prose.Share(element) < TooMuchForAFact && !IsPullQuote(element, quotes) && !headed.IsArticle(element)));
        var styled = Elements(body).Where(element => element.HasAttribute("style")).ToList();
        var headlines = new ContainingElements(body.Element.QuerySelectorAll("h1"));
        body.Remove(styled.Where(element => Has(element, "visibility:hidden") && prose.Share(element) < TooMuchForAFact
            && !headlines.Contain(element) && element.ParentElement is { } parent
            && prose.In(parent) - prose.In(element) >= MinArticleLength));
        body.Remove(Elements(body).Where(MayBeBesideArticle).Concat(styled.Where(element => Has(element, "display:none")))
            .Where(element => prose.Share(element) < TooMuchForAHint && !headed.IsArticle(element)
                && !IsParagraphAmongOthers(element, prose) && !UnfoldsUnderHeading(element)));
    }

    // What leads to a place of the page without a word: the sign behind a heading, the arrow behind a footnote.
    private static bool IsMark(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href")?.Contains('#', StringComparison.Ordinal) == true
            && element.ChildElementCount == 0 && !element.TextContent.Any(char.IsLetterOrDigit);

    // An answer is hidden until its question is clicked.
    private static bool UnfoldsUnderHeading(IElement element) =>
        element.LocalName is "div" or "section" && element.PreviousElementSibling?.LocalName is ['h', >= '2' and <= '6']
            && element.ParentElement!.Children.Count(other => other.LocalName == element.LocalName && other.ClassName == element.ClassName
                && other.PreviousElementSibling?.LocalName == element.PreviousElementSibling.LocalName) > 1;

    // One walk looks at each element once, where a selector tries every one of its alternatives on it.
    private static IEnumerable<IElement> Elements(CleanedBody body) => body.Element.GetDescendants().OfType<IElement>();

    private static bool IsBesideArticle(IElement element) =>
        element.LocalName is "noscript" or "nav" or "footer" or "aside" or "menu"
        || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search" or "dialog" or "alertdialog"
            or "menu" or "toolbar"
        || element.GetAttribute("aria-modal") == "true";

    private static bool MayBeBesideArticle(IElement element) =>
        element.LocalName is "header" or "form" || element.GetAttribute("role") is "banner" or "alert" || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true";

    // What only those who pay may hear is hidden from screen readers, paragraph by paragraph.
    private static bool IsParagraphAmongOthers(IElement element, Prose prose) =>
        element.LocalName == "p" && element.HasAttribute("aria-hidden") && prose.In(element) > 0
            && element.ParentElement?.Children.Any(
                other => other.LocalName == "p" && !other.HasAttribute("aria-hidden") && prose.In(other) > 0) == true;

    // What unfolds on a click takes no room before: it may be the rest of the article. What keeps its room unseen is no text for anyone.
    private static bool Has(IElement element, string rule) =>
        element.GetAttribute("style") is { Length: < 2000 } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains(rule, StringComparison.OrdinalIgnoreCase);

    private static bool IsPullQuote(IElement element, ContainingElements quotes) =>
        element.LocalName == "aside" && (quotes.Contain(element)
            || ClassWords.NamesOf(element).SelectMany(ClassWords.Split).Any(word => word is "pullquote" or "quote"));
}
