using Pipeline.Ingestion;

namespace Pipeline.Deduplication;

/// <summary>
/// Chooses the article that stands for a cluster: the earliest published, unless a source policy says otherwise.
/// A total order over members, so that the choice never depends on the order of arrival.
/// </summary>
internal sealed class CanonicalRule(IngestionSettings settings)
{
    /// <summary>The members in the order in which they would stand for the cluster.</summary>
    public IReadOnlyList<ClusterMember> Order(IEnumerable<ClusterMember> members) =>
        [.. members.OrderBy(Rank).ThenBy(member => member.ListedAt).ThenBy(member => member.ArticleId, StringComparer.Ordinal)];

    private int Rank(ClusterMember member) => member.IsWithdrawn
        ? 3
        : settings.PolicyOf(member.Source) switch
        {
            SourcePolicy.Prefer => 0,
            SourcePolicy.NeverCanonical => 2,
            _ => 1,
        };
}
