namespace Pipeline.Clusters;

/// <summary>
/// Chooses the article that stands for a cluster, of one or of several that become one: the earliest published, unless a source
/// policy says otherwise or the text was corrected since (<see cref="Corrections"/>). A total order over members, so that the choice
/// never depends on the order of arrival.
/// </summary>
public sealed class CanonicalRule(SourcePolicies policies)
{
    /// <summary>The members in the order in which they would stand for the cluster.</summary>
    public IReadOnlyList<ClusterMember> Order(IEnumerable<ClusterMember> members) =>
        Corrections.PutFirst(
            [.. members.OrderBy(Rank).ThenBy(member => member.ListedAt).ThenBy(member => member.ArticleId, StringComparer.Ordinal)], Rank);

    /// <summary>The cluster that absorbs the others: the largest, so that the fewest pointers go through a merge.</summary>
    public static Cluster Target(IEnumerable<Cluster> clusters) =>
        clusters.OrderByDescending(cluster => cluster.Members.Count).ThenBy(cluster => cluster.Id, StringComparer.Ordinal).First();

    /// <summary>Writes the clusters as one, which is returned, with a member that joins it or takes the place of what it was
    /// before.</summary>
    public Cluster Unite(ICatalogTransaction catalog, IReadOnlyList<Cluster> clusters, ClusterMember? joining)
    {
        var target = Target(clusters);
        var known = clusters.SelectMany(cluster => cluster.Members).DistinctBy(member => member.ArticleId);
        var members = Order(joining is null ? known : known.Where(member => member.ArticleId != joining.ArticleId).Append(joining));
        var united = target with
        {
            Members = members,
            CanonicalId = members[0].ArticleId,
            OutlivesWithdrawn = clusters.Any(cluster => cluster.OutlivesWithdrawn),
            Excluded = [.. clusters.SelectMany(cluster => cluster.Excluded).Distinct()],
            Absorbed = [.. clusters.SelectMany(cluster => cluster.Absorbed.Append(cluster.Id)).Where(id => id != target.Id).Distinct()],
        };
        if (members.Count > 1 || clusters.Count > 1)
            catalog.Put(united);
        foreach (var absorbed in clusters.Where(cluster => cluster.Id != target.Id))
            catalog.Put(absorbed with { MergedInto = target.Id, Members = [] });
        return united;
    }

    private int Rank(ClusterMember member) => member.IsWithdrawn
        ? 3
        : policies.Find(member.Source) switch
        {
            SourcePolicy.Prefer => 0,
            SourcePolicy.NeverCanonical => 2,
            _ => 1,
        };
}
