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

    private const string NeverArticle =
        "script, style, template, iframe, object, embed, applet, svg, canvas, audio, video, map, button, input, select, textarea, link, "
            + "meta, base, dialog, frameset";

    private const string Fact =
        "noscript, nav, footer, aside, menu, [role=navigation], [role=complementary], [role=contentinfo], [role=search], [role=dialog], "
            + "[role=alertdialog], [role=menu], [role=toolbar], [aria-modal=true]";

    private const string Hint = "header, form, [role=banner], [role=alert], [hidden], [aria-hidden=true]";

    public static void Clean(IElement body)
    {
        Remove(body.QuerySelectorAll(NeverArticle));
        var prose = new Prose(body);
        var (headed, quotes) = (new HeadedSections(body, prose), new ContainingElements(body.QuerySelectorAll("blockquote")));
        Remove(body.QuerySelectorAll(Fact).Where(
            element => prose.Share(element) < TooMuchForAFact && !IsPullQuote(element, quotes) && !headed.IsArticle(element)));
        var styled = body.QuerySelectorAll("[style]").ToList();
        var headlines = new ContainingElements(body.QuerySelectorAll("h1"));
        Remove(styled.Where(element => Has(element, "visibility:hidden") && prose.Share(element) < TooMuchForAFact
            && !headlines.Contain(element) && element.ParentElement is { } parent
            && prose.In(parent) - prose.In(element) >= MinArticleLength));
        Remove(body.QuerySelectorAll(Hint).Concat(styled.Where(element => Has(element, "display:none")))
            .Where(element => prose.Share(element) < TooMuchForAHint && !headed.IsArticle(element)
                && !IsParagraphAmongOthers(element, prose)));
    }

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

    private static void Remove(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToList())
            element.Remove();
    }
}
