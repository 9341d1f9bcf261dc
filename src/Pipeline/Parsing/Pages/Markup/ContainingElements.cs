using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>The elements that hold one of some others below them, found once: searching each element anew costs the page again every
/// time.</summary>
internal sealed class ContainingElements
{
    private readonly HashSet<IElement> holding = new(ReferenceEqualityComparer.Instance);

    public ContainingElements(IEnumerable<IElement> held)
    {
        foreach (var element in held)
        {
            for (var holder = element.ParentElement; holder is not null && holding.Add(holder);)
                holder = holder.ParentElement;
        }
    }

    public bool Contain(IElement element) => holding.Contains(element);
}
