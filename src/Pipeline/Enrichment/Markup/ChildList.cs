using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Changes many children of one parent at once: for each that is put before another AngleSharp 1.10 goes through all of them, and
/// for each subtree that is moved through all of it.</summary>
internal static class ChildList
{
    /// <summary>Makes these the children of the parent, wherever they stood before.</summary>
    public static void Set(INode parent, IReadOnlyList<INode> children)
    {
        while (parent.FirstChild is { } child)
            parent.RemoveChild(child);
        foreach (var child in children)
            parent.AppendChild(child);
    }

    /// <summary>Puts what is in some elements in their place; each node is moved once, however deep these lie in each other.</summary>
    /// <param name="root">What they are in; it stays itself.</param>
    /// <param name="isWrapper">Tells them.</param>
    public static void Unwrap(IElement root, Predicate<IElement> isWrapper)
    {
        foreach (var parent in root.GetDescendants().OfType<IElement>().Prepend(root)
            .Where(element => (ReferenceEquals(element, root) || !isWrapper(element)) && element.Children.Any(child => isWrapper(child)))
            .ToList())
        {
            var children = new List<INode>();
            AddUnwrapped(parent, isWrapper, children);
            Set(parent, children);
        }
    }

    private static void AddUnwrapped(INode parent, Predicate<IElement> isWrapper, List<INode> children)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && isWrapper(element))
                AddUnwrapped(element, isWrapper, children);
            else
                children.Add(child);
        }
    }
}
