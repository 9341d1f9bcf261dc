using Pipeline.Articles;
using Pipeline.Enrichment;

namespace Pipeline.Ingestion.Identity;

/// <summary>What an incoming article means for the one that is known.</summary>
internal abstract record Revisions
{
    private Revisions()
    {
    }

    /// <summary>Facts (<see cref="RevisionFacts"/>) that were not stored yet.</summary>
    public sealed record Next(Article Article) : Revisions;

    /// <summary>The same entry again, after a crash or a second delivery: whatever is missing is to be done.</summary>
    public sealed record Again(Article Article) : Revisions;

    /// <summary>Nothing new, and why.</summary>
    public sealed record None(string? Reason) : Revisions;

    public static Revisions Decide(Article? known, Article incoming)
    {
        if (known is null)
            return new Next(incoming);
        if (known.Origin == incoming.Origin)
            return new Again(known);
        if (IsOlder(known, incoming))
            return new None("a later version is stored");
        var merged = ArticleMerge.Merge(known, incoming);
        return merged.ContentHash == RevisionFacts.Hash(known)
            ? new None(null)
            : new Next(merged with { Revision = known.Revision + 1 });
    }

    /// <summary>True for a version that came after the known one, or a date where there are no versions.</summary>
    public static bool IsLater(Article known, Article incoming) =>
        incoming.Wire?.Version > known.Wire?.Version
        || (known.Wire is null && incoming.Wire is null && incoming.Updated > (known.Updated ?? known.Published));

    /// <summary>The incoming article as a revision although nothing changed: a later version brings back what was withdrawn.</summary>
    public static Next BroughtBack(Article known, Article incoming) =>
        new(ArticleMerge.Merge(known, incoming) with { Revision = known.Revision + 1 });

    // Two ids of one item tell its versions where the provider states none.
    private static bool IsOlderVersion(Article known, Article incoming) =>
        known.SourceId != incoming.SourceId
        && WireItem.FromArticle(known) is { } before && WireItem.FromArticle(incoming) is { } after && before.Id == after.Id
            ? after.Version < before.Version
            : incoming.Wire!.Version < known.Wire!.Version;

    private static bool IsOlder(Article known, Article incoming) =>
        known.Wire is not null && incoming.Wire is not null
            ? IsOlderVersion(known, incoming)
            : known.Updated is { } stored && incoming.Updated is { } updated && updated < stored;
}
