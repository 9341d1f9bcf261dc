namespace Pipeline.Articles;

/// <summary>One line of the log that clients poll. Sequence numbers are given in order of commitment, without gaps, from 1.</summary>
public sealed record ArticleChange(long Sequence, ChangeKind Kind, DateTimeOffset At, ArticleSummary Article);

/// <summary>What a change is about.</summary>
public enum ChangeKind
{
    /// <summary>A new article, canonical or duplicate.</summary>
    New,

    /// <summary>A new revision.</summary>
    Revised,

    /// <summary>It joined another cluster or became a duplicate there.</summary>
    Merged,

    /// <summary>It became the canonical article of its cluster, or an editor split it off.</summary>
    Split,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>Its embargo ended.</summary>
    Released,
}
