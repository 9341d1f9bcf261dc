using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The number of visible characters below each element, counted once, so that asking for it costs nothing.</summary>
internal sealed class TextLengths
{
    private readonly Dictionary<IElement, int> lengths;

    public TextLengths(IElement root) =>
        lengths = Subtotals.SumUnder(root, Lines.FromElement(root).GroupBy(line => line.Block).ToDictionary(
            block => block.Key, block => block.Sum(line => line.Text.Length)));

    public int Of(IElement element) => lengths.GetValueOrDefault(element);
}
