using Pipeline.Articles;

namespace Pipeline.Clusters;

/// <summary>Takes an article that is erased out of the catalog, and leaves a notice without a word of it for those who poll.</summary>
public sealed class ClusterErasure(CanonicalRule rule)
{
    /// <summary>Commits the notice and takes the article out of its cluster. False where the notice stands already.</summary>
    public async Task<bool> EraseAsync(
        ICatalogTransaction catalog, string articleId, ArticleSummary notice, CancellationToken cancellationToken)
    {
        var standing = await catalog.GetEntryAsync(articleId, cancellationToken);
        if (standing?.Article is { State: ArticleState.Withdrawn, Title: "" })
            return false;
        var clusterId = standing?.Article.ClusterId ?? articleId;
        var cluster = await catalog.FindClusterAsync(clusterId, cancellationToken) is null
            ? null
            : await ClusterRoots.FindRootAsync(catalog, clusterId, cancellationToken);
        // What was never public needs no line for those who poll.
        if (standing is { Sequence: > 0 })
            catalog.Commit(ChangeKind.Withdrawn, notice);
        else
            catalog.Put(new CatalogEntry(notice, 0));
        if (cluster is not null)
            await LeaveAsync(catalog, cluster, articleId, cancellationToken);
        return true;
    }

    private async Task LeaveAsync(ICatalogTransaction catalog, Cluster cluster, string articleId, CancellationToken cancellationToken)
    {
        var staying = rule.Order(cluster.Members.Where(member => member.ArticleId != articleId));
        if (staying.Count == 0)
        {
            catalog.RemoveCluster(cluster.Id);
            return;
        }

        var rest = cluster with { Members = staying, CanonicalId = staying[0].ArticleId };
        catalog.Put(rest);
        await Placement.UpdateCanonicalAsync(catalog, cluster, rest, cancellationToken);
    }
}
