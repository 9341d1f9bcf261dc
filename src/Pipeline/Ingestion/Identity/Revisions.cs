using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>What an incoming article means for the one that is known.</summary>
internal abstract record Revisions
{
    private Revisions()
    {
    }

    /// <summary>A text that was not stored yet.</summary>
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
        return merged.ContentHash == known.ContentHash && !ArticleMerge.IsRicher(merged, known)
            ? new None(null)
            : new Next(merged with { Revision = known.Revision + 1 });
    }

    /// <summary>The incoming article as a revision although nothing changed: a later version brings back what was withdrawn.</summary>
    public static Next BroughtBack(Article known, Article incoming) =>
        new(ArticleMerge.Merge(known, incoming) with { Revision = known.Revision + 1 });

    private static bool IsOlder(Article known, Article incoming) =>
        known.Wire is { } before && incoming.Wire is { } after
            ? after.Version < before.Version
            : known.Updated is { } stored && incoming.Updated is { } updated && updated < stored;
}
