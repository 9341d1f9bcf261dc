using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Ingestion.Identity;

/// <summary>Whether an incoming article with a claim of a known one can be that article.</summary>
internal static class ArticleIdentity
{
    // A publisher that reuses an address does so daily; a correction keeps its publication date or moves it by hours.
    private static readonly TimeSpan Apart = TimeSpan.FromHours(18);

    public static bool AreSame(Article known, Article incoming)
    {
        if (known.Origin == incoming.Origin)
            return true;
        if (known.Wire is not null && incoming.Wire is not null)
            return known.SourceId is not null && known.SourceId == incoming.SourceId;
        var sameAddress = ClaimKey.AddressOf(known) is { } address && address == ClaimKey.AddressOf(incoming);
        // A cancellation bears its own date, and often neither a title nor a text.
        if ((sameAddress || (known.SourceId is not null && known.SourceId == incoming.SourceId))
            && incoming.Wire is { Status: WireStatus.Canceled })
            return true;
        return (!AreApart(known, incoming) && (sameAddress || SameTitle(known, incoming))) || AreRelated(known, incoming);
    }

    private static bool SameTitle(Article known, Article incoming) =>
        TextHash.ForArticle("", known.Title) is { } title && title == TextHash.ForArticle("", incoming.Title);

    private static bool AreApart(Article known, Article incoming) =>
        known.Published is { } before && incoming.Published is { } after && (after - before).Duration() > Apart;

    private static bool AreRelated(Article known, Article incoming) =>
        Fingerprint.FromText(known.Text) is { } one
        && Fingerprint.FromText(incoming.Text) is { } other
        && SketchComparison.Compare(one.Sketch.Span, other.Sketch.Span) is not null;
}
