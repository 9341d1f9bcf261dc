using AngleSharp.Dom;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>A run of text that a browser shows as one paragraph, heading, list item or line of a broken paragraph.</summary>
/// <param name="Block">The innermost block element around it.</param>
/// <param name="Nodes">Its text nodes, in order.</param>
/// <param name="Text">The text, white space collapsed.</param>
/// <param name="LinkLength">How many of its characters lead to another page.</param>
/// <param name="IsQuoted">True inside a block quotation.</param>
internal sealed record Line(IElement Block, IReadOnlyList<IText> Nodes, string Text, int LinkLength, bool IsQuoted)
{
    public double LinkShare => (double)LinkLength / Text.Length;

    public bool IsHeading => Block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>True where the text is made like a sentence: most of what is not does not belong to an article's prose.</summary>
    public bool EndsLikeSentence => ".!?…:;\"”’»)。！？：；」』）؟۔।".Contains(Text[^1], StringComparison.Ordinal);

    /// <summary>The text without what is marked as a time, without what only a screen reader says, and without buttons.</summary>
    public string WithoutTimes
    {
        get
        {
            var kept = Nodes.Where(node => !IsLeftOut(node)).ToList();
            return WhiteSpace.Fold(string.Concat(kept.Select((node, at) => at > 0 && AreApart(kept[at - 1], node) ? $" {node.Data}"
                : node.Data)));
        }
    }

    /// <summary>The text with a blank between what stands in boxes side by side: it is the style sheet that parts them.</summary>
    public string Parted => WhiteSpace.Fold(string.Join(' ', Nodes.GroupBy(BoxOf, ReferenceEqualityComparer.Instance).Select(
        box => string.Concat(box.Select(node => node.Data)))));

    private static bool IsLeftOut(IText node)
    {
        for (var box = node.ParentElement; box is not null; box = box.ParentElement)
        {
            if (box.LocalName is "time" or "button" || (box.ClassName is not null && box.ClassList.Any(
                name => name is "sr-only" or "visually-hidden" or "screen-reader-text")))
                return true;
        }

        return false;
    }

    private INode BoxOf(IText node) => node.GetAncestors().TakeWhile(around => around != Block).LastOrDefault() ?? node;

    // A label and a name in spans side by side: it is the style sheet that parts them.
    private static bool AreApart(IText before, IText node) =>
        before.ParentElement is { LocalName: "span" or "a" } one && node.ParentElement is { LocalName: "span" or "a" } other
            && !ReferenceEquals(one, other) && ReferenceEquals(one.ParentElement, other.ParentElement);

    public void Remove()
    {
        foreach (var node in Nodes)
            node.Remove();
    }
}
