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

        // Found from within, unwrapped from without: what stands in many wrappers is then moved once, not once for each.
        var wrappers = BareWrappers(root);
        foreach (var wrapper in Enumerable.Reverse(wrappers))
            Unwrap(wrapper);
    }

    private static bool IsEmpty(IElement element) =>
        element.LocalName == "img" ? !element.HasAttribute("src")
            : !Contentful.Contains(element.LocalName) && element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent);

    // By the list: AngleSharp finds a sibling by searching the parent from its start.
    private static void RemoveEmptyChildren(IElement parent)
    {
        var (children, next) = (parent.ChildNodes.ToArray(), default(INode));
        for (var at = children.Length - 1; at >= 0; at--)
            next = children[at] is IElement element && IsEmpty(element) ? Remove(element, at > 0 ? children[at - 1] : null, next)
                : children[at];
    }

    // An empty inline element may hold the space between two words, an empty block the end of a line.
    private static INode? Remove(IElement element, INode? previous, INode? next)
    {
        var document = element.Owner!;
        INode? rest = IsBlock(element) && IsInline(previous) && IsInline(next) ? document.CreateElement("br")
            : !IsBlock(element) && element.TextContent.Length > 0 ? document.CreateTextNode(" ")
            : null;
        if (rest is null)
            element.Remove();
        else
            element.Replace(rest);
        return rest ?? next;
    }

    private static bool IsInline(INode? node) => node is IText text ? !string.IsNullOrWhiteSpace(text.Data)
        : node is IElement element && !IsBlock(element) && element.LocalName != "br";

    private static List<IElement> BareWrappers(IElement root)
    {
        var (wrappers, unwrapped) = (new List<IElement>(), new Dictionary<INode, bool>(ReferenceEqualityComparer.Instance));
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

    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child)
            element.Parent!.InsertBefore(child, element);
        element.Remove();
    }
}
