using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Removes elements that hold nothing, and unwraps those that only carried attributes which are gone, so that equal articles have equal markup.</summary>
internal static class EmptyWrappers
{
    private static readonly HashSet<string> Contentful = new(StringComparer.Ordinal) { "img", "br", "hr", "wbr", "td", "th" };

    public static void RemoveFrom(IElement root)
    {
        // Last first: an element's descendants follow it in document order, so they are gone before it is looked at.
        foreach (var element in root.QuerySelectorAll("*").Reverse().ToArray())
        {
            if (element.LocalName == "img" ? !element.HasAttribute("src") : IsEmpty(element))
                Remove(element);
            else if (element.LocalName is "span" or "div" or "section" or "a" && IsBareWrapper(element))
                Unwrap(element);
        }
    }

    private static bool IsEmpty(IElement element) =>
        !Contentful.Contains(element.LocalName) && element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent);

    // An empty inline element may hold the space between two words, an empty block the end of a line.
    private static void Remove(IElement element)
    {
        var document = element.Owner!;
        if (IsBlock(element) && IsInline(element.PreviousSibling) && IsInline(element.NextSibling))
            element.Replace(document.CreateElement("br"));
        else if (!IsBlock(element) && element.TextContent.Length > 0)
            element.Replace(document.CreateTextNode(" "));
        else
            element.Remove();
    }

    private static bool IsInline(INode? node) => node is IText text ? !string.IsNullOrWhiteSpace(text.Data) : node is IElement element && !IsBlock(element) && element.LocalName != "br";

    // A bare div still separates its text from what stands beside it, unless blocks do that inside it.
    private static bool IsBareWrapper(IElement element) =>
        element.Attributes.Length == 0
        && (element.LocalName is "span" or "a" || element.ChildNodes.All(child => child is IElement block ? IsBlock(block) : string.IsNullOrWhiteSpace(child.TextContent)));

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "section" or "ul" or "ol" or "dl" or "table" or "figure" or "blockquote" or "pre" or "hr" or "details" or ['h', >= '1' and <= '6'];

    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child)
            element.Parent!.InsertBefore(child, element);
        element.Remove();
    }
}
