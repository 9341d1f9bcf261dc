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

/// <summary>What a run came to: where each article stands and with whom, what the tables have of it, and what became of each file.
/// Two runs over the same files have the same, whatever happened to them.</summary>
/// <param name="Articles">For the first entry that became each article, where that stands.</param>
/// <param name="Rows">For the same, what the tables have of it.</param>
/// <param name="Files">For each path, what became of its entries.</param>
/// <param name="Ordered">Articles whose rows depend on which of their entries came first.</param>
internal sealed record ChaosOutcome(
    IReadOnlyDictionary<string, string> Articles, IReadOnlyDictionary<string, string> Rows, IReadOnlyDictionary<string, string> Files,
    IReadOnlySet<string> Ordered)
{
    private const int MaxChecked = 1_000_000;

    public static async Task<ChaosOutcome> ReadAsync(IServiceProvider services, ChaosRows rows)
    {
        var catalog = services.GetRequiredService<CatalogStore>();
        var files = await ListFatesAsync(services.GetRequiredService<LedgerStore>());
        // A wire item's id comes from whichever of its versions came first: an article is known by the first entry that became it.
        var names = files.SelectMany(file => file.Fates).Where(fate => fate.ArticleId is not null).GroupBy(fate => fate.ArticleId!)
            .ToDictionary(fates => fates.Key, fates => fates.Select(NameOf).Min(StringComparer.Ordinal)!);
        var articles = new Dictionary<string, string>();
        foreach (var (id, name) in names)
            articles[name] = await PlaceAsync(catalog, id, names);
        return new ChaosOutcome(
            articles, rows.ByArticle.ToDictionary(row => names.GetValueOrDefault(row.Key, row.Key), row => row.Value),
            files.ToDictionary(file => file.File.Path, file => Describe(file.File, file.Fates, names)),
            files.SelectMany(file => file.Fates).Where(IsOrdered).Select(fate => names[fate.ArticleId!]).ToHashSet());
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
    [
        .. Compare("article", undisturbed.Articles, Articles), .. Compare("file", undisturbed.Files, Files),
        .. Compare("rows of", undisturbed.Rows, Rows, except: Ordered.Union(undisturbed.Ordered).ToHashSet()),
    ];

    private static IEnumerable<string> Compare(
        string what, IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> found,
        HashSet<string>? except = null) =>
        from key in expected.Keys.Union(found.Keys)
        where except?.Contains(key) != true
        let pair = (Expected: expected.GetValueOrDefault(key), Found: found.GetValueOrDefault(key))
        where pair.Expected != pair.Found
        select $"{what} {key}: {pair.Found ?? "missing"}, undisturbed {pair.Expected ?? "missing"}";

    // Which of two copies was there first depends on the order, and so does what is told of it; which article each entry is does not.
    private static string Describe(FileRecord file, IReadOnlyList<EntryFate> fates, Dictionary<string, string> names) =>
        $"{file.State} with {file.EntryCount} entries and {file.Fates.Values.Sum()} fates: " + string.Join(", ", fates
            .OrderBy(fate => fate.Origin.Index)
            .Select(fate => $"{fate.Origin.Index} {(fate.Fate is Fate.Failed or Fate.Rejected ? fate.Fate
                : fate.ArticleId is { } id ? names[id] : null)}"));

    // Of two revisions with the same date the later to come stays, and its words are what keywords and bands are made of. What was
    // withdrawn before it came stands in no list.
    private static bool IsOrdered(EntryFate fate) => fate is { ArticleId: not null, Fate: Fate.Revised or Fate.Withdrawn };

    private static string NameOf(EntryFate fate) => $"{fate.Origin.Path}#{fate.Origin.Index}";

    private static async Task<List<(FileRecord File, IReadOnlyList<EntryFate> Fates)>> ListFatesAsync(LedgerStore ledger)
    {
        var files = new List<(FileRecord File, IReadOnlyList<EntryFate> Fates)>();
        string? after = null;
        do
        {
            var page = await ledger.ListFilesAsync(new FileQuery { Limit = 500, After = after }, CancellationToken.None);
            foreach (var file in page.Items)
                files.Add((file, await ledger.ListFatesAsync(file.Path, file.Version, CancellationToken.None)));
            after = page.Next;
        }
        while (after is not null);
        return files;
    }

    // A cluster's id depends on who came first; who is in it and who stands for it must not.
    private static async Task<string> PlaceAsync(CatalogStore catalog, string id, Dictionary<string, string> names)
    {
        if (await catalog.GetEntryAsync(id, CancellationToken.None) is not { } entry)
            return "nowhere";
        var cluster = await catalog.FindClusterAsync(entry.Article.ClusterId, CancellationToken.None);
        var members = (cluster?.Members ?? []).Select(member => Name(member.ArticleId)).Order(StringComparer.Ordinal);
        return entry.Article.State == ArticleState.Withdrawn ? "Withdrawn"
            : $"{entry.Article.State} under {Name(cluster?.CanonicalId ?? "")} with {string.Join(' ', members)}";

        string Name(string articleId) => names.GetValueOrDefault(articleId, articleId);
    }

    // The check leaves young rows alone, as they may be on their way; when all is done none is.
    private sealed class LaterTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(2);
    }
}
