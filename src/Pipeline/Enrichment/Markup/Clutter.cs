using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Removes what is in an article's markup and no part of the article: code, hidden elements, advertisements, tracking
/// pixels.</summary>
internal static class Clutter
{
    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "audio", "video",
        "canvas", "input", "textarea", "select", "button", "datalist", "link", "meta", "title", "base", "noembed", "noframes", "xmp",
        "plaintext",
    };

    // Class names and the beginnings of ids that advertisement scripts and newsletter services themselves set or look for.
    private static readonly string[] Advertisements =
        ["google-auto-placed", "ad-container", "ad-wrapper", "advertisement", "ad-slot", "taboola", "OUTBRAIN",
            "feedflare", "subscription-widget-wrap"];

    private static readonly string[] AdvertisementIds = ["google_ads", "div-gpt-ad"];

    public static void RemoveFrom(IElement root)
    {
        ReplaceFormulas(root);
        ReplaceEmoji(root);
        // Every element is looked at once: as selectors, each of these names is tried on each element.
        Remove(root.GetDescendants().OfType<IElement>().Where(
            element => Code.Contains(element.LocalName) || IsAdvertisement(element) || IsTrackingPixel(element)));
        RemoveHidden(root);
    }

    private static bool IsAdvertisement(IElement element) =>
        (element.Id is { Length: > 0 } id && Array.Exists(AdvertisementIds, start => id.StartsWith(start, StringComparison.Ordinal)))
        || (element.ClassName is { Length: > 0 } && (Array.Exists(Advertisements, element.ClassList.Contains)
            || (element.LocalName == "ins" && element.ClassList.Contains("adsbygoogle"))));

    // Foreign content is where mutation attacks live; its text is all that is kept of a formula.
    private static void ReplaceFormulas(IElement root)
    {
        foreach (var formula in root.GetElementsByTagName("math").ToArray())
            formula.Replace(formula.Owner!.CreateTextNode(formula.GetAttribute("alttext") ?? formula.TextContent));
    }

    // Characters that a script drew for browsers without them.
    private static void ReplaceEmoji(IElement root)
    {
        foreach (var image in root.GetElementsByTagName("img").Where(IsEmoji).ToArray())
            image.Replace(image.Owner!.CreateTextNode(image.GetAttribute("alt")!));
    }

    private static bool IsEmoji(IElement image) =>
        image.GetAttribute("alt") is { Length: > 0 } alt && (image.ClassList.Contains("emoji") || image.ClassList.Contains("wp-smiley")
            || (!alt.Any(char.IsLetter) && image.GetAttribute("src")?.Contains("/emoji/", StringComparison.Ordinal) == true));

    // Some publishers hide the whole story until a script has run: what holds half of the text is the story.
    private static void RemoveHidden(IElement root)
    {
        var hidden = root.GetDescendants().OfType<IElement>().Where(IsHidden).ToArray();
        if (hidden.Length == 0)
            return;
        var lengths = new Dictionary<INode, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in root.GetDescendants().Reverse())
            lengths[node.Parent!] =
                lengths.GetValueOrDefault(node.Parent!) + (node is IText text ? text.Data.Length : lengths.GetValueOrDefault(node));
        Remove(hidden.Where(element => lengths.GetValueOrDefault(element) * 2 < lengths.GetValueOrDefault(root)));
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)));

    private static bool IsTrackingPixel(IElement element) =>
        element.LocalName == "img" && (element.GetAttribute("width") is "0" or "1" or "0px" or "1px"
            || element.GetAttribute("height") is "0" or "1" or "0px" or "1px");

    private static void Remove(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToArray())
            element.Remove();
    }
}
