using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>What an editor decides about clusters. Each method is one decision inside a catalog transaction; no rule undoes it.</summary>
public sealed class ClusterEdits(CanonicalRule rule)
{
    /// <summary>Takes an article out of its cluster for good; one that was taken out before stays so. False where it was never
    /// there.</summary>
    public async Task<bool> SplitAsync(ICatalogTransaction catalog, string clusterId, string articleId, CancellationToken cancellationToken)
    {
        var cluster = await ClusterRoots.FindRootAsync(catalog, clusterId, cancellationToken);
        var leaving = cluster?.Members.FirstOrDefault(member => member.ArticleId == articleId);
        if (cluster is null || leaving is null || cluster.Members.Count < 2)
            return cluster?.Excluded.Contains(articleId) == true;
        var rest = rule.Order(cluster.Members.Where(member => member != leaving));
        var stays = cluster with { Members = rest, CanonicalId = rest[0].ArticleId, Excluded = [.. cluster.Excluded.Union([articleId])] };
        var alone = leaving with { MatchedWith = null, Match = null, IsFlagged = false };
        var leaves = new Cluster(Cluster.NameSplit(articleId, cluster.Id), articleId, [alone])
        {
            Excluded = [.. rest.Select(member => member.ArticleId)],
        };
        catalog.Put(stays);
        catalog.Put(leaves);
        await Placement.UpdateStateAsync(catalog, articleId, leaves, cancellationToken);
        await Placement.UpdateCanonicalAsync(catalog, cluster, stays, cancellationToken);
        return true;
    }

    /// <summary>Makes two clusters one; two that were made one before stay so. False where either does not exist for readers, or both are
    /// the same.</summary>
    public async Task<bool> MergeAsync(ICatalogTransaction catalog, string clusterId, string otherId, CancellationToken cancellationToken)
    {
        var one = await ClusterRoots.FindRootAsync(catalog, clusterId, cancellationToken);
        var other = await ClusterRoots.FindRootAsync(catalog, otherId, cancellationToken);
        if (one is null || other is null || one.Members.Concat(other.Members).Any(member => member.IsUnpublished))
            return false;
        if (one.Id == other.Id)
            return clusterId != otherId;
        var (joined, target) = CanonicalRule.Target([one, other]) == one ? (other, one) : (one, other);
        var cluster =
            rule.Unite(catalog, [DropExclusions(target, joined), Joined(DropExclusions(joined, target), target.CanonicalId)], null);
        foreach (var articleId in new[] { one.CanonicalId, other.CanonicalId, cluster.CanonicalId }.Distinct())
            await Placement.UpdateStateAsync(catalog, articleId, cluster, cancellationToken);
        return true;
    }

    private static Cluster DropExclusions(Cluster cluster, Cluster other) =>
        cluster with { Excluded = [.. cluster.Excluded.Except(other.Members.Select(member => member.ArticleId))] };

    // The others of its members were brought there by a rule, which is still why they are with their founder.
    private static Cluster Joined(Cluster cluster, string with) => cluster with
    {
        Members =
        [
            .. cluster.Members.Select(member =>
                member.Match is null || (member.ArticleId == cluster.CanonicalId && cluster.Members.All(other => other.Match is not null))
                    ? member with { MatchedWith = with, Match = new Match(MatchRule.Editor, 0, 0) }
                    : member),
        ],
    };
}
