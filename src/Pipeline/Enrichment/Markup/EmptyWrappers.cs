using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Removes elements that hold nothing, and unwraps those that only carried attributes which are gone, so that equal articles have
/// equal markup.</summary>
internal static class EmptyWrappers
{
    private static readonly HashSet<string> Contentful = new(StringComparer.Ordinal) { "img", "br", "hr", "wbr", "td", "th" };

    public static void RemoveFrom(IElement root)
    {
        // Last first: an element's descendants follow it in document order, so they are gone before it is looked at.
        foreach (var parent in root.GetDescendants().OfType<IElement>().Reverse().Append(root).ToArray())
            RemoveEmptyChildren(parent);

        ChildList.Unwrap(root, BareWrappers(root).Contains);
    }

    private static bool IsEmpty(IElement element) =>
        element.LocalName == "img" ? !element.HasAttribute("src")
            : !Contentful.Contains(element.LocalName) && element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent);

    private static void RemoveEmptyChildren(IElement parent)
    {
        var children = parent.ChildNodes.ToArray();
        var (kept, isSame) = (new List<INode>(children.Length), true);
        for (var at = children.Length - 1; at >= 0; at--)
        {
            var node = children[at] is IElement element && IsEmpty(element)
                ? InPlaceOf(element, at > 0 ? children[at - 1] : null, kept.LastOrDefault()) : children[at];
            isSame &= ReferenceEquals(node, children[at]);
            if (node is not null)
                kept.Add(node);
        }

        kept.Reverse();
        if (!isSame)
            ChildList.Set(parent, kept);
    }

    // An empty inline element may hold the space between two words, an empty block the end of a line.
    private static INode? InPlaceOf(IElement element, INode? previous, INode? next) =>
        IsBlock(element) && IsInline(previous) && IsInline(next) ? element.Owner!.CreateElement("br")
            : !IsBlock(element) && element.TextContent.Length > 0 ? element.Owner!.CreateTextNode(" ")
            : null;

    private static bool IsInline(INode? node) => node is IText text ? !string.IsNullOrWhiteSpace(text.Data)
        : node is IElement element && !IsBlock(element) && element.LocalName != "br";

    private static HashSet<IElement> BareWrappers(IElement root)
    {
        var wrappers = new HashSet<IElement>(ReferenceEqualityComparer.Instance);
        var unwrapped = new Dictionary<INode, bool>(ReferenceEqualityComparer.Instance);
        foreach (var element in root.GetDescendants().OfType<IElement>().Reverse().Where(
            element => element.LocalName is "span" or "div" or "section" or "a" && element.Attributes.Length == 0))
        {
            // A bare div still separates its text from what stands beside it, unless blocks do that inside it.
            var holdsBlocks = element.ChildNodes.All(child => unwrapped.TryGetValue(child, out var blocks) ? blocks
                : child is IElement block ? IsBlock(block) : string.IsNullOrWhiteSpace(child.TextContent));
            if (!holdsBlocks && element.LocalName is not ("span" or "a"))
                continue;
            wrappers.Add(element);
            unwrapped[element] = holdsBlocks;
        }

        return wrappers;
    }

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "section" or "ul" or "ol" or "dl" or "table" or "figure" or "blockquote" or "pre" or "hr"
            or "details" or ['h', >= '1' and <= '6'];
}
