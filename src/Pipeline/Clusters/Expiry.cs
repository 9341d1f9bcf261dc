using Pipeline.Articles;

namespace Pipeline.Clusters;

/// <summary>
/// Takes articles that are to be deleted out of the catalog. What is due of a cluster leaves together, so that no article
/// inherits the place of another only to be deleted next.
/// </summary>
public sealed class Expiry(CanonicalRule rule)
{
    // An entity-group transaction holds 100 rows; what is left over leaves with its own line of the log.
    private const int MaxLeaving = 60;
    private const int MaxAbsorbed = 30;

    /// <summary>Takes the article out. False where something happened to it since <paramref name="last"/>, so that it stays.</summary>
    /// <param name="catalog">The open transaction.</param>
    /// <param name="last">The line of the log that is due.</param>
    /// <param name="dueUntil">The last sequence number that is due.</param>
    /// <param name="cancellationToken">Stops between two reads.</param>
    public async Task<bool> ExpireAsync(ICatalogTransaction catalog, ArticleChange last, long dueUntil, CancellationToken cancellationToken)
    {
        var own = await catalog.GetEntryAsync(last.Article.Id, cancellationToken);
        if (own?.Sequence > last.Sequence)
            return false;
        // Nothing stands where an earlier run got this far, and no number where only the notice of a withdrawal is left.
        if (own is not { Sequence: > 0 })
            return true;
        var cluster = await ClusterRoots.FindRootAsync(catalog, own.Article.ClusterId, cancellationToken);
        Remove(catalog, own);
        if (cluster is not null && await catalog.FindClusterAsync(cluster.Id, cancellationToken) is not null)
            await RemoveMemberAsync(catalog, cluster, own.Article.Id, dueUntil, cancellationToken);
        return true;
    }

    private async Task RemoveMemberAsync(
        ICatalogTransaction catalog, Cluster cluster, string articleId, long dueUntil, CancellationToken cancellationToken)
    {
        var leaving = new HashSet<string>(StringComparer.Ordinal) { articleId };
        foreach (var member in cluster.Members.Where(member => member.ArticleId != articleId).Take(MaxLeaving))
        {
            var standing = await catalog.GetEntryAsync(member.ArticleId, cancellationToken);
            if (standing is { Sequence: > 0 } && standing.Sequence <= dueUntil)
                Remove(catalog, standing);
            if (standing is null || standing.Sequence <= dueUntil)
                leaving.Add(member.ArticleId);
        }

        await KeepMembersAsync(
            catalog, cluster, rule.Order(cluster.Members.Where(member => !leaving.Contains(member.ArticleId))), cancellationToken);
    }

    private static async Task KeepMembersAsync(
        ICatalogTransaction catalog, Cluster cluster, IReadOnlyList<ClusterMember> staying, CancellationToken cancellationToken)
    {
        if (staying.Count == 0)
        {
            foreach (var id in cluster.Absorbed.Take(MaxAbsorbed).Append(cluster.Id))
                catalog.RemoveCluster(id);
            return;
        }

        var rest = cluster with { Members = staying, CanonicalId = staying[0].ArticleId, OutlivesWithdrawn = cluster.IsTextWithdrawn };
        catalog.Put(rest);
        await Placement.UpdateCanonicalAsync(catalog, cluster, rest, cancellationToken);
    }

    // A kill must outlive the article that it killed, or the next delivery of the same file would publish it again.
    private static void Remove(ICatalogTransaction catalog, CatalogEntry standing)
    {
        var article = standing.Article;
        if (article.State == ArticleState.Withdrawn)
            catalog.Put(new CatalogEntry(
                Summaries.Absent(article.Id, article.Source, article.WireVersion, article.ListedAt) with
                {
                    State = article.State,
                    Updated = article.Updated,
                }, 0));
        else
            catalog.RemoveEntry(article.Id);
    }
}
