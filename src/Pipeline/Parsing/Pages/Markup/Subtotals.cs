using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>Adds numbers up over a tree in one pass: climbing from each element costs the depth again every time.</summary>
internal static class Subtotals
{
    /// <summary>For each element with a number of its own or below it, the sum of both; elements with none are left out.</summary>
    public static Dictionary<IElement, int> SumUnder(IElement root, IReadOnlyDictionary<IElement, int> own)
    {
        var totals = new Dictionary<IElement, int>(ReferenceEqualityComparer.Instance);
        Add(root, own, totals);
        return totals;
    }

    private static int Add(IElement element, IReadOnlyDictionary<IElement, int> own, Dictionary<IElement, int> totals)
    {
        var total = own.GetValueOrDefault(element);
        foreach (var child in element.ChildNodes)
            total += child is IElement below ? Add(below, own, totals) : 0;
        if (total != 0)
            totals[element] = total;
        return total;
    }
}
