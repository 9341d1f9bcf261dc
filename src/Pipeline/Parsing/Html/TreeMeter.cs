using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pipeline.Parsing.Html;

/// <summary>Measures a tree while AngleSharp builds it.</summary>
internal sealed class TreeMeter(HtmlBounds bounds)
{
    /// <summary>Elements that end themselves when the next one begins (HTML §13.1.2.4) or hold nothing may stand in the deepest
    /// box.</summary>
    public const int MoreForLeaves = 4;

    // Templates that were pasted into each other bring one each.
    private const int MaxBases = 10;

    private int bases;

    /// <summary>The last element that a tag asked for.</summary>
    public IElement? Newest { get; private set; }

    public int Elements { get; private set; }

    /// <summary>True where no further base element may come: only the first counts (HTML §4.2.3), and AngleSharp 1.10 goes through the
    /// whole tree for each that comes or goes.</summary>
    public bool HasEnoughBases => bases >= MaxBases;

    public bool IsTooLarge => Elements > bounds.Elements;

    public bool IsTooDeep => Depth > bounds.Depth + MoreForLeaves;

    /// <summary>How deep the newest element lies; an element gets its place after it is made.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var parent = Newest?.Parent; parent is not null; parent = parent.Parent)
                depth++;
            return depth;
        }
    }

    // Formatting that was not closed is made again in each new block (HTML §13.2.4.3), and AngleSharp reports nothing of that.
    public void Add(IElement element)
    {
        for (var copy = Newest?.FirstElementChild; copy is not null; copy = copy.FirstElementChild)
            Elements++;
        Elements++;
        bases += element is IHtmlBaseElement ? 1 : 0;
        Newest = element;
    }
}
