using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>Puts what is in an element that no reader gets in its place. The sanitiser does so too, one element after another, each with
/// all that it holds.</summary>
internal static class UnknownElements
{
    public static void UnwrapIn(IElement root) => ChildList.Unwrap(root, element => !AllowList.Elements.Contains(element.LocalName));
}
