using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>The number of visible characters below each element, counted once, so that asking for it costs nothing.</summary>
internal sealed class TextLengths
{
    private readonly Dictionary<IElement, int> lengths;

    /// <param name="root">The element.</param>
    /// <param name="lines">Its lines.</param>
    public TextLengths(IElement root, IReadOnlyList<Line> lines) =>
        lengths = Subtotals.SumUnder(
            root, lines.GroupBy(line => line.Block).ToDictionary(block => block.Key, block => block.Sum(line => line.Text.Length)));

    public int Of(IElement element) => lengths.GetValueOrDefault(element);
}
