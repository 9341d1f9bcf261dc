using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// Removes what is never part of an article, by what it is (navigation, forms, scripts), by being hidden and by its name.
/// Names lie at times: an element that holds much of the page's prose stays whatever it is called.
/// </summary>
internal static class ClutterRemover
{
    // A site may call its whole page "with-author" or "post-meta"; a part of this size is the article or holds it.
    private const double TooMuchForAHint = 0.3;

    // An unclosed aside may swallow the article, but a sidebar or a consent window can hold more text than a short one.
    private const double TooMuchForAFact = 0.7;

    // The box with the headline and this much prose is the article, though a script shows it in a "modal".
    private const int ShortestArticle = 500;

    private const string NeverArticle =
        "script, style, noscript, template, iframe, object, embed, applet, svg, canvas, audio, video, map, button, input, select, textarea, link, meta, base, dialog, frameset";

    private const string Fact =
        "nav, footer, aside, menu, [role=navigation], [role=complementary], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=toolbar], [aria-modal=true]";

    private const string Hint = "header, form, [role=banner], [role=alert], [hidden], [aria-hidden=true]";

    public static void Clean(IElement body)
    {
        Remove(body.QuerySelectorAll(NeverArticle));
        var prose = new Prose(body);
        Remove(body.QuerySelectorAll(Fact).Where(element => prose.Share(element) < TooMuchForAFact && !IsPullQuote(element) && !IsHeadedArticle(element, prose)));
        Remove(body.QuerySelectorAll(Hint).Where(element => prose.Share(element) < TooMuchForAHint));
        Remove(body.QuerySelectorAll("*").Where(element => prose.Share(element) < LimitFor(element) && !IsHeadedArticle(element, prose)));
    }

    /// <summary>
    /// Removes galleries from a body that is an article without them: their captions can be longer than the article.
    /// </summary>
    public static void CleanGalleries(IElement body)
    {
        var prose = new Prose(body);
        Remove(body.QuerySelectorAll("*").Where(element => prose.Total - prose.In(element) >= ShortestArticle && ClassWords.NamesOf(element).Any(ClutterNames.ContainGallery)));
    }

    // The part of the prose below which the element goes; 0 for one that nothing speaks against.
    private static double LimitFor(IElement element)
    {
        if (element.LocalName is "html" or "body" or "main" or "article" || HoldsQuotedPost(element))
            return 0;
        var names = ClassWords.NamesOf(element).ToList();
        if (names.Exists(ClutterNames.ContainFact))
            return TooMuchForAFact;
        return IsHidden(element) || names.Exists(ClutterNames.ContainHint) ? TooMuchForAHint : 0;
    }

    private static bool IsHeadedArticle(IElement element, Prose prose) => prose.In(element) >= ShortestArticle && element.QuerySelector("h1") is not null;

    private static bool IsHidden(IElement element) =>
        element.GetAttribute("style") is { Length: < 2000 } style
        && style.Replace(" ", "", StringComparison.Ordinal) is var compact
        && (compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    // Social networks' embeds are quotations with a class; the box around them is often named after the network.
    private static bool HoldsQuotedPost(IElement element) => element.Children.Any(child => child.LocalName == "blockquote" && child.ClassName is not null);

    private static bool IsPullQuote(IElement element) =>
        element.LocalName == "aside" && (element.QuerySelector("blockquote") is not null || ClassWords.NamesOf(element).SelectMany(ClassWords.Split).Any(word => word is "pullquote" or "quote"));

    private static void Remove(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToList())
            element.Remove();
    }
}
