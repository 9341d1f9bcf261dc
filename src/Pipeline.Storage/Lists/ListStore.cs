using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>
/// The <c>lists</c> table. An article's rows in all its lists lie in the partition of its month, beside a placement row that
/// names them, so that one entity-group transaction moves it and two writers cannot leave it in two places.
/// </summary>
public sealed class ListStore(StorageAccount account, TimeProvider time) : IListStore
{
    // What one page may cost: a filter that finds little stops here and hands back where to go on.
    private const int MaxQueries = 8;

    // What one query answers at most (Azure Tables).
    private const int MaxRows = 1000;

    private readonly TableClient table = account.Table(TableNames.Lists);
    private readonly SharedTransactions placements = new(account.Table(TableNames.Lists), time);
    private readonly ConcurrentDictionary<string, bool> months = new(StringComparer.Ordinal);

    public async Task ApplyAsync(ArticleChange change, CancellationToken cancellationToken)
    {
        var month = ListRows.Month(change.Article.ListedAt);
        await RegisterMonthAsync(month, cancellationToken);
        TableEntity? placed = null;
        // A new article has no placement: trying to add one is cheaper than looking.
        var isNew = change.Kind is ChangeKind.New or ChangeKind.Released;
        while (!await TryPlaceAsync(
            month, change, isNew ? null : placed ??= await FindPlacementAsync(month, change, cancellationToken), cancellationToken))
        {
            isNew = false;
            placed = await FindPlacementAsync(month, change, cancellationToken);
        }
    }

    /// <summary>A page of articles for at most 8 operations; the oldest first for at most 24.</summary>
    public async Task<ListPage> ReadPageAsync(ListQuery query, CancellationToken cancellationToken)
    {
        if (query.IsOldestFirst)
            return await new OldestFirst(table, query).ReadPageAsync(await ListMonthsAsync(query, cancellationToken), cancellationToken);
        var items = new List<(string Position, ArticleSummary Article)>();
        var (queries, read) = (0, 0);
        var last = query.After;
        foreach (var month in await ListMonthsAsync(query, cancellationToken))
        {
            var isMore = true;
            while (isMore)
            {
                if (queries >= MaxQueries)
                    return new ListPage([.. items.Select(item => item.Article)], last);
                // Where filters throw most rows away, as many as a query may bring are asked for: it costs the same.
                var (rows, full) =
                    await ReadAsync(month, query, last, items.Count < read / 4 ? MaxRows : RowsFor(query), cancellationToken);
                queries += query.States.Count() * query.FacetLists.Count;
                read += rows.Count;
                foreach (var (position, article) in rows)
                {
                    last = position;
                    if (query.Passes(article))
                        items.Add((position, article));
                    if (items.Count == query.Limit)
                        return new ListPage([.. items.Select(item => item.Article)], last);
                }

                isMore = full;
            }

            // A month that gave nothing moves the page on too, or a rare filter would stop before the month it is after.
            last = ListRows.EndOf(month);
        }

        return new ListPage([.. items.Select(item => item.Article)], null);
    }

    public async Task<long?> FindSequenceAsync(ArticleSummary article, CancellationToken cancellationToken) =>
        (await table.FindAsync(ListRows.Month(article.ListedAt), ListRows.Place(article.Id), cancellationToken))?.GetInt64("Sequence");

    public async Task RemoveAsync(ArticleChange last, CancellationToken cancellationToken)
    {
        var month = ListRows.Month(last.Article.ListedAt);
        if (await FindPlacementAsync(month, last, cancellationToken) is not { } placed || placed.GetInt64("Sequence") > last.Sequence)
            return;
        try
        {
            await table.SubmitTransactionAsync(
                ListRows.KeysOf(placed).Select(
                    key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(month, key), ETag.All))
                    .Prepend(new TableTransactionAction(TableTransactionActionType.Delete, placed, placed.ETag)),
                cancellationToken);
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            // Placed anew meanwhile.
        }
    }

    public Task HoldAsync(string articleId, DateTimeOffset until, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(ListRows.Held, $"{until.UtcTicks:D19}|{articleId}"), TableUpdateMode.Replace, cancellationToken);

    public async Task<IReadOnlyList<HeldArticle>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ListRows.Held} and RowKey lt {$"{now.UtcTicks + 1:D19}"}");
        var rows = await table.ReadFirstPageAsync(filter, 100, cancellationToken);
        return [.. rows.Select(row => row.RowKey.Split('|')).Select(
            key => new HeldArticle(key[1], new DateTimeOffset(long.Parse(key[0], null), TimeSpan.Zero)))];
    }

    public Task ReleaseAsync(HeldArticle held, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(ListRows.Held, $"{held.Until.UtcTicks:D19}|{held.ArticleId}", cancellationToken: cancellationToken);

    private Task<TableEntity?> FindPlacementAsync(string month, ArticleChange change, CancellationToken cancellationToken) =>
        table.FindAsync(month, ListRows.Place(change.Article.Id), cancellationToken);

    // False where another writer placed the article meanwhile.
    private async Task<bool> TryPlaceAsync(string month, ArticleChange change, TableEntity? placed, CancellationToken cancellationToken)
    {
        if (placed?.GetInt64("Sequence") >= change.Sequence)
            return true;
        var keys = ListRows.Keys(change.Article);
        var placement = ListRows.Placement(month, change, keys);
        var summary = Compressed.Compress(change.Article, PipelineJson.Default.ArticleSummary);
        var gone = placed is null ? [] : ListRows.KeysOf(placed).Except(keys);
        try
        {
            await placements.SubmitAsync(
                [
                    placed is null ? new(TableTransactionActionType.Add, placement)
                        : new(TableTransactionActionType.UpdateReplace, placement, placed.ETag),
                    .. gone.Select(
                        key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(month, key), ETag.All)),
                    .. keys.Select(key =>
                        new TableTransactionAction(TableTransactionActionType.UpsertReplace, ListRows.ForArticle(month, key, summary))),
                ],
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    private async Task RegisterMonthAsync(string month, CancellationToken cancellationToken)
    {
        if (months.ContainsKey(month))
            return;
        await table.UpsertEntityAsync(new TableEntity(ListRows.Months, month), TableUpdateMode.Replace, cancellationToken);
        months[month] = true;
    }

    // The months that have articles, newest first, from where the last page ended.
    private async Task<IReadOnlyList<string>> ListMonthsAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {ListRows.Months}"), 1000, cancellationToken: cancellationToken);
        var newest = query.After is { } after ? ListRows.Month(InvertedTime.Read(after)) : "999999";
        var known = new List<string>();
        await foreach (var row in rows)
            known.Add(row.RowKey);
        return query.IsOldestFirst
            ? [.. known.Where(month => IsInRange(month, query)).Order(StringComparer.Ordinal)]
            : [.. known.Where(month => string.CompareOrdinal(month, newest) <= 0 && IsInRange(month, query)).OrderDescending(
                StringComparer.Ordinal)];
    }

    // An article is listed under its publication or later, never earlier, so only the early end can be cut by months.
    private static bool IsInRange(string month, ListQuery query) =>
        query.PublishedFrom is not { } from || string.CompareOrdinal(month, ListRows.Month(from)) >= 0;

    // A filter beyond the list itself throws rows away, so more are asked for at once.
    private static int RowsFor(ListQuery query) => Math.Min(MaxRows, query.Limit * (query.FacetLists[0] == Facets.All ? 1 : 2) + 1);

    private async Task<(IReadOnlyList<(string Position, ArticleSummary Article)> Rows, bool IsFull)> ReadAsync(
        string month, ListQuery query, string? after, int size, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            query.Prefixes.Select(prefix => ReadRowsAsync(month, prefix, after, size, cancellationToken)));
        var isFull = lists.Any(rows => rows.Count == size);
        // Beyond the end of a full list there may be rows that come before what another list shows there.
        var safe = lists.Where(rows => rows.Count == size).Select(rows => rows[^1].Position).Min(StringComparer.Ordinal);
        // An article that has two of the values stands in two of the lists.
        var merged = lists.SelectMany(rows => rows).DistinctBy(row => row.Position).OrderBy(row => row.Position, StringComparer.Ordinal);
        return ([.. merged.TakeWhile(row => safe is null || string.CompareOrdinal(row.Position, safe) <= 0)], isFull);
    }

    private async Task<List<(string Position, ArticleSummary Article)>> ReadRowsAsync(
        string month, string prefix, string? after, int size, CancellationToken cancellationToken)
    {
        var from = prefix + (after is null ? "" : $"{after}~");
        var to = $"{prefix}~";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey ge {from} and RowKey lt {to}");
        var rows = await table.ReadFirstPageAsync(filter, size, cancellationToken);
        return [.. rows.Select(row => (ListRows.PositionOf(row), ListRows.Read(row)))];
    }
}
