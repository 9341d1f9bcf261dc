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
        var other = root.GetDescendants().FirstOrDefault(
            node => node is IText text && !string.IsNullOrWhiteSpace(text.Data) && !first.Contains(node));
        // Only where it stands first, and is not all there is.
        if (other is not null && first.CompareDocumentPosition(other).HasFlag(DocumentPositions.Following))
            first.Remove();
    }

    private static bool Says(IElement heading, string headline) =>
        WhiteSpace.Fold(heading.TextContent).Equals(WhiteSpace.Fold(headline), StringComparison.OrdinalIgnoreCase);
}
