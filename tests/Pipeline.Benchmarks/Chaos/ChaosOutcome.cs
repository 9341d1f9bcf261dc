using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>What a run came to: where each article stands, with whom, and what became of each file. Two runs over the same files have the
/// same, whatever happened to them.</summary>
internal sealed record ChaosOutcome(IReadOnlyDictionary<string, string> Articles, IReadOnlyDictionary<string, string> Files)
{
    private const int MaxChecked = 1_000_000;

    public static async Task<ChaosOutcome> ReadAsync(IServiceProvider services)
    {
        var (ledger, catalog) = (services.GetRequiredService<LedgerStore>(), services.GetRequiredService<CatalogStore>());
        var (articles, files) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        string? after = null;
        do
        {
            var page = await ledger.ListFilesAsync(new FileQuery { Limit = 500, After = after }, CancellationToken.None);
            foreach (var file in page.Items)
            {
                var fates = await ledger.ListFatesAsync(file.Path, file.Version, CancellationToken.None);
                files[file.Path] = $"{file.State}, {fates.Count} fates of {file.EntryCount} entries, {fates.Count(IsFailed)} failed";
                foreach (var id in fates.Select(fate => fate.ArticleId).OfType<string>())
                    articles[id] = await PlaceAsync(catalog, id);
            }

            after = page.Next;
        }
        while (after is not null);
        return new ChaosOutcome(articles, files);
    }

    /// <summary>What is wrong within the store itself, young rows among it.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IServiceProvider services)
    {
        var check = new StoreCheck(
            services.GetRequiredService<ICatalogStore>(), services.GetRequiredService<IListStore>(),
            services.GetRequiredService<IClaimStore>(), services.GetRequiredService<IBandStore>(),
            services.GetRequiredService<IArticleStore>(), services.GetRequiredService<ILedgerStore>(), new IngestionSettings(),
            new LaterTime());
        var report = await check.RunAsync(MaxChecked, CancellationToken.None);
        return [.. report.Differences.Select(difference => $"{difference.Kind} of {difference.Id}: {difference.Detail}")];
    }

    /// <summary>How this run differs from another over the same files.</summary>
    public IReadOnlyList<string> Compare(ChaosOutcome undisturbed) =>
        [.. Compare("article", undisturbed.Articles, Articles), .. Compare("file", undisturbed.Files, Files)];

    private static IEnumerable<string> Compare(
        string what, IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> found) =>
        from key in expected.Keys.Union(found.Keys)
        let pair = (Expected: expected.GetValueOrDefault(key), Found: found.GetValueOrDefault(key))
        where pair.Expected != pair.Found
        select $"{what} {key}: {pair.Found ?? "missing"}, undisturbed {pair.Expected ?? "missing"}";

    // A cluster's id depends on who came first; who is in it and who stands for it must not.
    private static async Task<string> PlaceAsync(CatalogStore catalog, string id)
    {
        if (await catalog.GetEntryAsync(id, CancellationToken.None) is not { } entry)
            return "nowhere";
        var cluster = await catalog.FindClusterAsync(entry.Article.ClusterId, CancellationToken.None);
        var members = (cluster?.Members ?? []).Select(member => member.ArticleId).Order(StringComparer.Ordinal);
        return entry.Article.State == ArticleState.Withdrawn ? "Withdrawn"
            : $"{entry.Article.State} under {cluster?.CanonicalId} with {string.Join(' ', members)}";
    }

    private static bool IsFailed(EntryFate fate) => fate.Fate == Fate.Failed;

    // The check leaves young rows alone, as they may be on their way; when all is done none is.
    private sealed class LaterTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(2);
    }
}
