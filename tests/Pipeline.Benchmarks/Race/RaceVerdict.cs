using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;

namespace Pipeline.Benchmarks.Race;

/// <summary>What a race left behind, held against what it must be whatever the order of arrival.</summary>
internal sealed class RaceVerdict(PipelineInstance pipeline, RaceSize size)
{
    private readonly List<string> failures = [];

    /// <summary>What is wrong; empty where nothing is.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>What is there, in one line.</summary>
    public async Task<string> JudgeAsync(CancellationToken cancellationToken)
    {
        var listed = await ListedAsync(cancellationToken);
        var canonical = listed.Where(article => article.State == ArticleState.Canonical).ToList();
        Expect(size.Articles, listed.Count, "articles are listed");
        Expect(size.Articles, listed.DistinctBy(article => article.Id).Count(), "articles are listed once");
        Expect(size.Stories, canonical.Count, "of them are canonical");
        foreach (var article in canonical)
            await JudgeAsync(article, cancellationToken);
        var changes = await JudgeLogAsync(listed, cancellationToken);
        var fates = await JudgeLedgerAsync(cancellationToken);
        return $"{canonical.Count} clusters, {listed.Count} articles; ledger {fates}; {changes} changes without a gap";
    }

    private void Expect<T>(T expected, T actual, string what)
    {
        if (!Equals(expected, actual))
            failures.Add($"{actual} {what}, where {expected} should be");
    }

    // Outlet 0 published first, so it stands for its story however late it came.
    private async Task JudgeAsync(ArticleSummary canonical, CancellationToken cancellationToken)
    {
        var cluster = await pipeline.Get<CatalogStore>().FindClusterAsync(canonical.ClusterId, cancellationToken);
        Expect(canonical.Id, cluster?.CanonicalId, $"stands for the cluster of {canonical.Url}");
        Expect(size.Copies, cluster?.Members.Count, $"members in the cluster of {canonical.Url}");
        Expect(RaceCopy.Outlet(0), canonical.Source, $"has the canonical copy of {canonical.Url}");
        Expect(1, cluster?.Members.DistinctBy(member => member.Url?.Split('/')[^1]).Count(), $"stories in the cluster of {canonical.Url}");
    }

    private async Task<List<ArticleSummary>> ListedAsync(CancellationToken cancellationToken)
    {
        var listed = new List<ArticleSummary>();
        var query = new ListQuery { IncludeDuplicates = true, Limit = 500 };
        for (var page = await PageAsync(query); ; page = await PageAsync(query with { After = page.Next }))
        {
            listed.AddRange(page.Items);
            if (page.Next is null)
                return listed;
        }

        Task<ListPage> PageAsync(ListQuery next) => pipeline.Get<ListStore>().ReadPageAsync(next, cancellationToken);
    }

    // A poller that keeps the last change of every article must hold what the lists hold.
    private async Task<int> JudgeLogAsync(List<ArticleSummary> listed, CancellationToken cancellationToken)
    {
        var log = new List<ArticleChange>();
        while (await pipeline.Get<CatalogStore>().ListChangesAsync(log.Count, 1000, cancellationToken) is { Count: > 0 } changes)
            log.AddRange(changes);
        Expect(log.Count, log.Select((change, index) => change.Sequence == index + 1).Count(isNext => isNext), "changes follow each other");
        Expect(size.Articles, log.Count(change => change.Kind == ChangeKind.New), "changes are new articles");
        var polled = log.GroupBy(change => change.Article.Id).ToDictionary(group => group.Key, group => group.Last().Article.State);
        Expect(0, listed.Count(article => polled.GetValueOrDefault(article.Id, ArticleState.Held) != article.State),
            "articles look otherwise to a poller");
        return log.Count;
    }

    private async Task<string> JudgeLedgerAsync(CancellationToken cancellationToken)
    {
        var settled = await pipeline.Get<Sweeper>().SettleAsync(cancellationToken);
        Expect(size.Articles, settled.Count, "files are settled");
        Expect(0, settled.Count(file => file.Fates.Values.Sum() != file.EntryCount), "files do not balance");
        var fates = settled.SelectMany(file => file.Fates).GroupBy(fate => fate.Key, fate => fate.Value).OrderBy(group => group.Key)
            .ToList();
        Expect(0, fates.Where(group => group.Key is not (Fate.Stored or Fate.Duplicate)).Sum(group => group.Sum()),
            "entries met another fate");
        return string.Join(" + ", fates.Select(group => $"{group.Sum()} {group.Key.ToString().ToLowerInvariant()}"));
    }
}
