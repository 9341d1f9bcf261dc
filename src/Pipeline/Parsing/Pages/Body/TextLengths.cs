using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The number of visible characters below each element, counted once, so that asking for it costs nothing.</summary>
internal sealed class TextLengths
{
    private readonly Dictionary<IElement, int> lengths = new(ReferenceEqualityComparer.Instance);

    public TextLengths(IElement root)
    {
        foreach (var line in Lines.Of(root))
        {
            for (var element = line.Block; element is not null; element = element.ParentElement)
                lengths[element] = lengths.GetValueOrDefault(element) + line.Text.Length;
        }
    }

    public int Of(IElement element) => lengths.GetValueOrDefault(element);
}
