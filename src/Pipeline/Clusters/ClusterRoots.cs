using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>Finds the cluster that an article is in, through any merges since.</summary>
public static class ClusterRoots
{
    public static async Task<Cluster?> FindRootAsync(ICatalogTransaction catalog, string clusterId, CancellationToken cancellationToken)
    {
        for (var id = clusterId; ;)
        {
            var cluster = await catalog.FindClusterAsync(id, cancellationToken);
            if (cluster is null)
                return await FindSingleAsync(catalog, id, cancellationToken);
            if (cluster.MergedInto is null)
                return cluster;
            id = cluster.MergedInto;
        }
    }

    public static ClusterMember Member(ArticleSummary article, MatchedArticle? match) =>
        new(article.Id, article.Source, article.Title, article.Url, article.ListedAt, match?.ArticleId, match?.Match)
        {
            IsCorrection = article.Flags.Contains(ArticleFlags.Correction),
            IsWithdrawn = article.State == ArticleState.Withdrawn,
            OriginalPublisher = article.OriginalPublisher,
            OriginalUrl = article.OriginalUrl,
            Republisher = article.Republisher,
        };

    // An article without copies has no cluster row: it is its own cluster.
    private static async Task<Cluster?> FindSingleAsync(ICatalogTransaction catalog, string id, CancellationToken cancellationToken)
    {
        var standing = await catalog.GetEntryAsync(id, cancellationToken);
        if (standing is not { Expected: null })
            return null;
        var isUnpublished = standing is { Sequence: 0 } or { Article.State: ArticleState.Held };
        return new Cluster(id, id, [Member(standing.Article, null) with { IsUnpublished = isUnpublished }]);
    }
}
