using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>An element that a page marks as a time or an author.</summary>
/// <param name="Element">The element.</param>
/// <param name="Kinds">What it is marked as.</param>
/// <param name="Within">What the elements around it are marked as.</param>
/// <param name="IsBelow">True under the headline, and everywhere where there is none.</param>
internal sealed record HeadMark(IElement Element, MarkKinds Kinds, MarkKinds Within, bool IsBelow);

/// <summary>What names in a page's markup say of an element.</summary>
[Flags]
internal enum MarkKinds
{
    None = 0,
    Date = 1,
    Update = 2,
    Author = 4,
    Elsewhere = 8,
}
