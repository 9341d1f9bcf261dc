using System.Collections.Concurrent;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Files;

/// <summary>Adds to the fates of a file where the articles stand now: a fate is recorded once, and an article may be merged or split after
/// it.</summary>
internal sealed class ReceiptReading(CatalogStore catalog)
{
    // Each article is one look-up, and a file may have 10,000.
    private const int MaxArticles = 500;
    private const int MaxConcurrency = 16;

    public async Task<IReadOnlyList<EntryResponse>> DescribeAsync(IReadOnlyList<EntryFate> fates, CancellationToken cancellationToken)
    {
        var standing = new ConcurrentDictionary<string, ArticleSummary>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        var ids = fates.Select(fate => fate.ArticleId).OfType<string>().Distinct().Take(MaxArticles);
        await Parallel.ForEachAsync(ids, options, async (id, token) =>
        {
            if (await catalog.GetEntryAsync(id, token) is { } entry)
                standing[id] = entry.Article;
        });
        return [.. fates.Select(fate => EntryResponse.FromFate(fate, fate.ArticleId is { } id ? standing.GetValueOrDefault(id) : null))];
    }
}
