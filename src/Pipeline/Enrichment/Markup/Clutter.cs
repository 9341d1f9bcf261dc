using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Removes what is in an article's markup and no part of the article: code, hidden elements, advertisements, tracking
/// pixels.</summary>
internal static class Clutter
{
    private const string Code =
        "script, style, template, noscript, iframe, frame, frameset, object, embed, applet, svg, audio, video, canvas, form > input, "
        + "input, textarea, select, button, datalist, link, meta, title, base, noembed, noframes, xmp, plaintext";

    private const string Hidden = "[hidden], [style*='display:none' i], [style*='display: none' i]";

    // Class names that advertisement scripts themselves set or look for.
    private const string Advertisements =
        "ins.adsbygoogle, .google-auto-placed, [id^='google_ads'], [id^='div-gpt-ad'], .ad-container, .ad-wrapper, .advertisement, "
            + ".ad-slot, .taboola, .OUTBRAIN";

    public static void RemoveFrom(IElement root)
    {
        ReplaceFormulas(root);
        Remove(root.QuerySelectorAll(Code));
        Remove(root.QuerySelectorAll(Advertisements));
        RemoveHidden(root);
        Remove(root.QuerySelectorAll("img").Where(IsTrackingPixel));
    }

    // Foreign content is where mutation attacks live; its text is all that is kept of a formula.
    private static void ReplaceFormulas(IElement root)
    {
        foreach (var formula in root.QuerySelectorAll("math").ToArray())
            formula.Replace(formula.Owner!.CreateTextNode(formula.GetAttribute("alttext") ?? formula.TextContent));
    }

    // Some publishers hide the whole story until a script has run: what holds half of the text is the story.
    private static void RemoveHidden(IElement root)
    {
        var hidden = root.QuerySelectorAll(Hidden).ToArray();
        if (hidden.Length == 0)
            return;
        var lengths = new Dictionary<INode, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in root.GetDescendants().Reverse())
            lengths[node.Parent!] =
                lengths.GetValueOrDefault(node.Parent!) + (node is IText text ? text.Data.Length : lengths.GetValueOrDefault(node));
        Remove(hidden.Where(element => lengths.GetValueOrDefault(element) * 2 < lengths.GetValueOrDefault(root)));
    }

    private static bool IsTrackingPixel(IElement image) =>
        image.GetAttribute("width") is "0" or "1" or "0px" or "1px" || image.GetAttribute("height") is "0" or "1" or "0px" or "1px";

    private static void Remove(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToArray())
            element.Remove();
    }
}
