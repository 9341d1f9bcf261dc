using Microsoft.Extensions.Caching.Memory;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Reading;

/// <summary>
/// Writes into what lists show how many articles and sources carry the text now: a row of a list is as old as the last change of its
/// article, and a copy that comes is no change of it. A read for each cluster, once a minute at most.
/// </summary>
internal sealed class ClusterSizes(CatalogStore catalog) : IDisposable
{
    private const int MaxConcurrency = 32;
    private const int MaxKnown = 100_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MaxKnown });

    public Task<IReadOnlyList<ArticleSummary>> UpdateAsync(IReadOnlyList<ArticleSummary> articles, CancellationToken cancellationToken) =>
        articles.ReadEachAsync(MaxConcurrency, UpdateAsync, cancellationToken);

    public void Dispose() => known.Dispose();

    private async ValueTask<ArticleSummary> UpdateAsync(ArticleSummary article, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(article.ClusterId, out (int Articles, int Outlets, DateTimeOffset? First) size))
        {
            size = await catalog.FindClusterAsync(article.ClusterId, cancellationToken) is { } cluster
                ? (cluster.Size, cluster.Outlets, cluster.First) : (1, 1, null);
            known.Set(article.ClusterId, size, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        }

        return article with { ClusterSize = size.Articles, Outlets = size.Outlets, ClusterFirst = size.First };
    }
}
