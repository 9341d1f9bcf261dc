using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>Adds numbers up over a tree in one pass: climbing from each element costs the depth again every time.</summary>
internal static class Subtotals
{
    /// <summary>For each element with a number of its own or below it, the sum of both; elements with none are left out.</summary>
    public static Dictionary<IElement, int> SumUnder(IElement root, IReadOnlyDictionary<IElement, int> own)
    {
        var totals = new Dictionary<IElement, int>(own, ReferenceEqualityComparer.Instance);

        // Last first: an element's descendants follow it in document order, so its own sum is whole when it is added to its parent's.
        foreach (var element in root.GetDescendants().OfType<IElement>().Reverse())
        {
            if (totals.TryGetValue(element, out var total) && element.ParentElement is { } parent)
                totals[parent] = totals.GetValueOrDefault(parent) + total;
        }

        return totals;
    }
}
