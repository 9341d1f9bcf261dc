using System.Text.Json.Serialization;
using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>The articles that carry one story text.</summary>
/// <param name="Id">The id of the article that founded it; it stays when the founder leaves.</param>
/// <param name="CanonicalId">The member that lists show.</param>
/// <param name="Members">Earliest first.</param>
public sealed record Cluster(string Id, string CanonicalId, IReadOnlyList<ClusterMember> Members)
{
    /// <summary>The id of the cluster that an article founds when it leaves another: the same however often that is done.</summary>
    internal static string NameSplit(string articleId, string clusterId) => StableHash.Id("split", articleId, clusterId);

    /// <summary>The cluster that absorbed this one; its members are listed there.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The clusters whose rows point here.</summary>
    public IReadOnlyList<string> Absorbed { get; init; } = [];

    /// <summary>Articles that an editor took out; no rule brings them back.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Whether a member that was withdrawn has been deleted since, after the time for which articles are kept.</summary>
    public bool OutlivesWithdrawn { get; init; }

    /// <summary>Whether a publisher withdrew the text; what others have of it is flagged then.</summary>
    internal bool IsTextWithdrawn => OutlivesWithdrawn || Members.Any(member => member.IsWithdrawn);

    /// <summary>How many articles readers see in it; at least 1.</summary>
    [JsonIgnore]
    public int Size => Math.Max(1, Shown.Count());

    /// <summary>How many sources these are from; at least 1.</summary>
    [JsonIgnore]
    public int Outlets => Math.Max(1, Shown.Select(member => member.Source).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    /// <summary>When the first of them was published, or first seen; <c>null</c> where readers see none.</summary>
    [JsonIgnore]
    public DateTimeOffset? First => Shown.Min(member => (DateTimeOffset?)member.ListedAt);

    private IEnumerable<ClusterMember> Shown => Members.Where(member => member is { IsWithdrawn: false, IsUnpublished: false });

    internal bool Has(string articleId) => Members.Any(member => member.ArticleId == articleId);

    /// <summary>Whether an editor took a member of one out of the other.</summary>
    internal bool IsKeptFrom(Cluster other) => Excluded.Any(other.Has) || other.Excluded.Any(Has);
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

    /// <summary>Whether readers were never told of it: it is held back, or was withdrawn before it came.</summary>
    public bool IsUnpublished { get; init; }

    /// <summary>Whether it says of itself that it is the corrected one of a text that was wrong.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether readers were told that another member was withdrawn.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Whom it credits with the story, as the enrichment found it.</summary>
    public Publisher? OriginalPublisher { get; init; }

    public string? OriginalUrl { get; init; }

    /// <summary>Who published this copy, where that is not the source itself.</summary>
    public Publisher? Republisher { get; init; }
}
