namespace Pipeline.Deduplication;

/// <summary>The articles that carry one story text.</summary>
/// <param name="Id">The id of the article that founded it; it stays when the founder leaves.</param>
/// <param name="CanonicalId">The member that lists show.</param>
/// <param name="Members">Earliest first.</param>
public sealed record Cluster(string Id, string CanonicalId, IReadOnlyList<ClusterMember> Members)
{
    /// <summary>The cluster that absorbed this one; its members are listed there.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The clusters whose rows point here.</summary>
    public IReadOnlyList<string> Absorbed { get; init; } = [];

    /// <summary>Articles that an editor took out; no rule brings them back.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];
}

/// <summary>An article in a cluster and why it is there.</summary>
/// <param name="MatchedWith">The member that it was matched with; <c>null</c> for the founder.</param>
/// <param name="Match">The rule and its figures; <c>null</c> for the founder.</param>
public sealed record ClusterMember(
    string ArticleId,
    string Source,
    string Title,
    string? Url,
    DateTimeOffset ListedAt,
    string? MatchedWith,
    Match? Match)
{
    public bool IsWithdrawn { get; init; }
}
