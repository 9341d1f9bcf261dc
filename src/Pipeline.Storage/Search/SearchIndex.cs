using System.Collections.Concurrent;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;

namespace Pipeline.Storage.Search;

/// <summary>
/// The index of this instance: fetched from the snapshots when it is first asked, and from then on kept up with the log. It is derived from
/// the log alone, so that it may be thrown away at any time. Its files are on the instance's disk.
/// </summary>
public sealed class SearchIndex(
    SearchSnapshots snapshots, CatalogStore catalog, ArticleStore articles, TimeProvider time) : IDisposable
{
    private const int BatchSize = 500;
    private const int MaxConcurrency = 16;
    private const int MaxHits = 10_000;

    private readonly ConcurrentDictionary<string, MonthIndex> months = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writing = new(1, 1);
    private string? folder;
    private bool isLoaded;

    /// <summary>The line of the log up to which it has come.</summary>
    public long Sequence { get; private set; }

    internal IReadOnlyDictionary<string, MonthIndex> Months => months;

    /// <summary>Looks for articles, after it has followed the log for as long as <paramref name="patience"/>, or to its end.</summary>
    public async Task<SearchResult> SearchAsync(
        SearchTerms terms, ListQuery query, SearchOrder order, int skip, TimeSpan patience, CancellationToken cancellationToken)
    {
        await FollowAsync(patience, cancellationToken);
        var wanted = Math.Min(skip + query.Limit + 1, MaxHits);
        var found = order == SearchOrder.Relevance
            ? months.Values.SelectMany(month => month.Search(terms, query, order).Take(wanted)).OrderBy(hit => hit.Rank)
                .ThenBy(hit => hit.Article.Id, StringComparer.Ordinal).Take(wanted)
            : Ordered(order).SelectMany(month => month.Value.Search(terms, query, order)).Take(wanted);
        var hits = found.Skip(skip).ToList();
        return new SearchResult([.. hits.Take(query.Limit)], hits.Count > query.Limit, Sequence);
    }

    /// <summary>Follows the log to its end, or until its time is over; who comes meanwhile waits for the same.</summary>
    public async Task FollowAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
            for (var began = time.GetTimestamp(); ;)
            {
                var changes = await catalog.ListChangesAsync(Sequence, BatchSize, cancellationToken);
                await ApplyAsync(changes, cancellationToken);
                if (changes.Count == 0 || time.GetElapsedTime(began) > patience)
                    return;
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Removes what the log does not have any more, because it has expired.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var oldest = await catalog.GetOldestAsync(cancellationToken);
        foreach (var month in months.Values)
            month.RemoveBefore(oldest);
    }

    public void Dispose()
    {
        writing.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Where a month's file lies.</summary>
    internal string FileOf(string month) => Path.Combine(folder!, $"{month}.db");

    private IEnumerable<KeyValuePair<string, MonthIndex>> Ordered(SearchOrder order) => order == SearchOrder.Newest
        ? months.OrderByDescending(month => month.Key, StringComparer.Ordinal)
        : months.OrderBy(month => month.Key, StringComparer.Ordinal);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (isLoaded)
            return;
        folder ??= Directory.CreateTempSubdirectory("pipeline-search-").FullName;
        if ((await snapshots.FindAsync(cancellationToken)).Manifest is { } manifest)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(manifest.Months, options, async (month, token) =>
            {
                await snapshots.FetchAsync(month.Value, FileOf(month.Key), token);
                months[month.Key] = new MonthIndex(FileOf(month.Key));
            });
            Sequence = manifest.Sequence;
        }

        isLoaded = true;
    }

    private async Task ApplyAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return;
        // Of several lines about one article the last one counts.
        var last = changes.GroupBy(change => change.Article.Id).Select(group => group.Last()).ToList();
        foreach (var month in last.GroupBy(change => ListPeriod.MonthOf(change.Article.ListedAt)))
        {
            var index = months.GetOrAdd(month.Key, key => new MonthIndex(FileOf(key)));
            index.Remove(month.Where(change => change.Article.State == ArticleState.Withdrawn).Select(change => change.Article.Id));
            var standing = month.Where(change => change.Article.State != ArticleState.Withdrawn).ToList();
            index.Write(await ReadTextsAsync(index, standing, cancellationToken));
        }

        Sequence = changes[^1].Sequence;
    }

    // Only the text of a revision that is not there yet; one that is gone since leaves with a later line.
    private async Task<IReadOnlyList<(ArticleChange Change, Article? Text)>> ReadTextsAsync(
        MonthIndex index, List<ArticleChange> changes, CancellationToken cancellationToken)
    {
        var known = index.FindRevisions(changes.Select(change => change.Article.Id));
        return await changes.ReadEachAsync(
            MaxConcurrency,
            async (change, token) =>
            {
                var (id, wanted) = (change.Article.Id, change.Article.Revision);
                var isKnown = known.TryGetValue(id, out var revision) && revision == wanted;
                return (change, isKnown ? null : await articles.FindRevisionAsync(id, wanted, token));
            },
            cancellationToken);
    }
}
