using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Evaluation.Stores;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Evaluation.Copies;

/// <summary>
/// Articles that arrive one by one at the real matching and clustering, whose stores are in memory: through the emulator it is the same
/// verdicts in many minutes.
/// </summary>
internal static class Arrival
{
    /// <summary>The cluster of each article, by the article's id, after all have come in this order.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ClusterAsync(
        IEnumerable<Article> articles, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddPipelineStages(new PipelineSettings())
            .AddSingleton<InMemoryCatalog>()
            .AddSingleton<ICatalogStore>(provider => provider.GetRequiredService<InMemoryCatalog>())
            .AddSingleton<IArticleStore, InMemoryArticleStore>()
            .AddSingleton<IBandStore, InMemoryBandStore>()
            .AddSingleton<IClaimStore, InMemoryClaimStore>()
            .AddSingleton<IListStore, NoLists>()
            .AddSingleton<IReleaseReminders, NoReminders>()
            .BuildServiceProvider();
        var publication = services.GetRequiredService<Publication>();
        var store = services.GetRequiredService<IArticleStore>();
        var arrived = new List<string>();
        foreach (var article in articles)
        {
            await store.TrySaveAsync(article, [], null, cancellationToken);
            await publication.PublishAsync(article, isFirst: true, cancellationToken);
            arrived.Add(article.Id);
        }

        return await ReadAsync(services.GetRequiredService<InMemoryCatalog>(), arrived, cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        InMemoryCatalog catalog, List<string> ids, CancellationToken cancellationToken)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var standing = await catalog.GetEntryAsync(id, cancellationToken);
            var root = await ClusterRoots.FindRootAsync(catalog, standing!.Article.ClusterId, cancellationToken);
            clusters[id] = root!.Id;
        }

        return clusters;
    }
}
