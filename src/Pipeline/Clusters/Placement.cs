using Pipeline.Articles;

namespace Pipeline.Clusters;

/// <summary>Says of articles where their cluster puts them, and tells readers where that changes.</summary>
internal static class Placement
{
    /// <summary>Raised on every article whose text another article carried that was withdrawn.</summary>
    public const string CopyOfWithdrawn = "copy-of-withdrawn";

    // Two rows each, beside those of the decision that made it necessary: an entity-group transaction holds 100.
    private const int MaxFlagged = 20;

    /// <summary>The article as the cluster has it; a withdrawn one stays so.</summary>
    public static ArticleSummary PlaceIn(ArticleSummary article, Cluster cluster)
    {
        var isWithdrawn = article.State == ArticleState.Withdrawn;
        article = Unflagged(article);
        return article with
        {
            ClusterId = cluster.Id,
            State = isWithdrawn ? ArticleState.Withdrawn
                : cluster.CanonicalId == article.Id ? ArticleState.Canonical : ArticleState.Duplicate,
            Flags = cluster.IsTextWithdrawn && !isWithdrawn ? [.. article.Flags, CopyOfWithdrawn] : article.Flags,
            ClusterSize = cluster.Size,
            Outlets = cluster.Outlets,
            ClusterFirst = cluster.First,
        };
    }

    public static ArticleSummary Unflagged(ArticleSummary article) =>
        article with { Flags = [.. article.Flags.Where(flag => flag != CopyOfWithdrawn)] };

    /// <summary>Commits that an article's place is now the one that the cluster gives it, if that is another than before.</summary>
    public static async Task UpdateStateAsync(
        ICatalogTransaction catalog, string articleId, Cluster cluster, CancellationToken cancellationToken)
    {
        var standing = await catalog.GetEntryAsync(articleId, cancellationToken);
        if (standing is null or { Article.State: ArticleState.Held })
            return;
        var turned = PlaceIn(standing.Article, cluster);
        if (turned.State == ArticleState.Withdrawn)
            Follow(catalog, standing, turned);
        else if (turned.State != standing.Article.State)
            catalog.Commit(turned.State == ArticleState.Canonical ? ChangeKind.Split : ChangeKind.Merged, turned);
        else if (turned.ClusterId != standing.Article.ClusterId)
            catalog.Commit(cluster.Members.Count == 1 ? ChangeKind.Split : ChangeKind.Merged, turned);
        else if (!turned.Flags.SequenceEqual(standing.Article.Flags))
            catalog.Commit(ChangeKind.Revised, turned);
    }

    /// <summary>Commits which article stands for a cluster now that a member left it or was withdrawn. It need not be the one that left
    /// which stood there: a correction has nothing to stand before once the text that it corrects is gone.</summary>
    public static async Task UpdateCanonicalAsync(
        ICatalogTransaction catalog, Cluster before, Cluster rest, CancellationToken cancellationToken)
    {
        foreach (var member in rest.Members.Where(member => member.ArticleId == before.CanonicalId || member.ArticleId == rest.CanonicalId))
        {
            if (!member.IsWithdrawn || member.ArticleId == rest.CanonicalId)
                await UpdateStateAsync(catalog, member.ArticleId, rest, cancellationToken);
        }
    }

    /// <summary>
    /// Brings the flag of every member up to date with what was withdrawn or brought back, as many as one commit holds. Returns
    /// the cluster's id where some are left; <c>null</c> where none is.
    /// </summary>
    public static async Task<string?> FlagAsync(ICatalogTransaction catalog, string clusterId, CancellationToken cancellationToken) =>
        await ClusterRoots.FindRootAsync(catalog, clusterId, cancellationToken) is { } cluster
            ? await FlagAsync(catalog, cluster, cancellationToken) : null;

    public static async Task<string?> FlagAsync(ICatalogTransaction catalog, Cluster cluster, CancellationToken cancellationToken)
    {
        var due = cluster.Members.Where(member => !member.IsWithdrawn && member.IsFlagged != cluster.IsTextWithdrawn).ToList();
        if (due.Count == 0)
            return null;
        var now = due.Take(MaxFlagged).Select(member => member.ArticleId).ToHashSet(StringComparer.Ordinal);
        foreach (var articleId in now)
            await UpdateStateAsync(catalog, articleId, cluster, cancellationToken);
        catalog.Put(cluster with
        {
            Members = [.. cluster.Members.Select(
                member => now.Contains(member.ArticleId) ? member with { IsFlagged = cluster.IsTextWithdrawn } : member)],
        });
        return due.Count > MaxFlagged ? cluster.Id : null;
    }

    // Readers have no use for the cluster of what is gone, but it must be there when the article comes back.
    private static void Follow(ICatalogTransaction catalog, CatalogEntry standing, ArticleSummary turned)
    {
        if (turned.ClusterId != standing.Article.ClusterId)
            catalog.Put(standing with { Article = turned });
    }
}
