using AngleSharp.Dom;
using Pipeline.Text;

namespace Pipeline.Enrichment.Markup;

/// <summary>Takes out the headline where a text begins with it once more, as exports of whole pages do.</summary>
internal static class RepeatedHeadline
{
    public static void RemoveFrom(IElement root, string? headline)
    {
        if (string.IsNullOrWhiteSpace(headline) || root.QuerySelector("h1, h2") is not { } first || !Says(first, headline))
            return;
        var others = root.GetDescendants().Where(node => node is IText text && !string.IsNullOrWhiteSpace(text.Data)
            && !first.Contains(node)).ToList();
        // Only where it stands first, and is not all there is.
        if (others.Count > 0 && first.CompareDocumentPosition(others[0]).HasFlag(DocumentPositions.Following))
            first.Remove();
    }

    private static bool Says(IElement heading, string headline) =>
        WhiteSpace.Fold(heading.TextContent).Equals(WhiteSpace.Fold(headline), StringComparison.OrdinalIgnoreCase);
}
