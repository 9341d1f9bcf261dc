using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>
/// The <c>lists</c> table. An article's rows in all its lists lie in the partition of its month or day, beside a placement row that
/// names them, so that one entity-group transaction moves it and two writers cannot leave it in two places.
/// </summary>
public sealed class ListStore : IListStore
{
    // What one page may cost: a filter that finds little stops here and hands back where to go on.
    private const int MaxQueries = 8;

    // While nothing was found: an empty page says nothing but that there is another one.
    private const int MaxEmptyQueries = 64;


    private readonly TableClient table;
    private readonly SharedTransactions placements;
    private readonly ListMonths months;
    private readonly ListRegistry registry;

    public ListStore(StorageAccount account, TimeProvider time)
    {
        table = account.Table(TableNames.Lists);
        placements = new SharedTransactions(table, time);
        months = new ListMonths(table, time);
        registry = new ListRegistry(table, months, time);
    }

    public async Task ApplyAsync(ArticleChange change, CancellationToken cancellationToken)
    {
        var period = await months.RegisterAsync(change.Article.ListedAt, change.Sequence, cancellationToken);
        await registry.RegisterAsync(period, change.Article, cancellationToken);
        var partition = period.Name;
        TableEntity? placed = null;
        // A new article has no placement: trying to add one is cheaper than looking.
        var isNew = change.Kind is ChangeKind.New or ChangeKind.Released;
        if (!isNew)
            placed = await FindPlacementAsync(partition, change.Article.Id, cancellationToken);
        while (!await TryPlaceAsync(partition, change, placed, cancellationToken))
            placed = await FindPlacementAsync(partition, change.Article.Id, cancellationToken);
    }

    /// <summary>A page of articles for at most 8 operations, the oldest first for at most 24, or 64 where those find nothing; and what it
    /// takes to know where articles of the query may stand.</summary>
    public async Task<ListPage> ReadPageAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var periods = await registry.ListAsync(query, cancellationToken);
        if (query.IsOldestFirst)
            return await new OldestFirst(table, query).ReadPageAsync(periods.Reverse(), cancellationToken);
        var items = new List<(string Position, ArticleSummary Article)>();
        var (queries, read) = (0, 0);
        var last = query.After;
        foreach (var period in periods)
        {
            var isMore = true;
            while (isMore)
            {
                if (queries >= (items.Count > 0 ? MaxQueries : MaxEmptyQueries))
                    return new ListPage([.. items.Select(item => item.Article)], last);
                // Where filters throw most rows away, as many as a query may bring are asked for: it costs the same.
                var (rows, full) =
                    await ReadAsync(
                        period.Name, query, last, items.Count < read / 4 ? TableLimits.QueryRows : RowsFor(query), cancellationToken);
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

            // A period that gave nothing moves the page on too, or a rare filter would stop before the one it is after.
            last = ListRows.EndOf(period);
        }

        return new ListPage([.. items.Select(item => item.Article)], null);
    }

    public async Task<long?> FindSequenceAsync(ArticleSummary article, CancellationToken cancellationToken) =>
        (await FindPlacementAsync((await months.FindAsync(article.ListedAt, cancellationToken)).Name, article.Id, cancellationToken))
            ?.GetInt64("Sequence");

    public Task RemoveAsync(ArticleChange last, CancellationToken cancellationToken) => RemoveAllAsync([last], cancellationToken);

    public Task RemoveAllAsync(IReadOnlyList<ArticleChange> last, CancellationToken cancellationToken) =>
        new ListRemoval(table, months).RemoveAsync(last, cancellationToken);

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

    private Task<TableEntity?> FindPlacementAsync(string partition, string articleId, CancellationToken cancellationToken) =>
        table.FindAsync(partition, ListRows.Place(articleId), cancellationToken);

    // False where another writer placed the article meanwhile.
    private async Task<bool> TryPlaceAsync(
        string partition, ArticleChange change, TableEntity? placed, CancellationToken cancellationToken)
    {
        if (placed?.GetInt64("Sequence") >= change.Sequence)
            return true;
        var keys = ListRows.Keys(change.Article);
        var placement = ListRows.Placement(partition, change, keys);
        var summary = Compressed.Compress(change.Article, PipelineJson.Default.ArticleSummary);
        var gone = placed is null ? [] : ListRows.KeysOf(placed).Except(keys);
        try
        {
            await placements.SubmitAsync(
                [
                    placed is null ? new(TableTransactionActionType.Add, placement)
                        : new(TableTransactionActionType.UpdateReplace, placement, placed.ETag),
                    .. gone.Select(
                        key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)),
                    .. keys.Select(key =>
                        new TableTransactionAction(TableTransactionActionType.UpsertReplace, ListRows.ForArticle(partition, key, summary))),
                ],
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    // A filter beyond the list itself throws rows away, so more are asked for at once.
    private static int RowsFor(ListQuery query) =>
        Math.Min(TableLimits.QueryRows, query.Limit * (query.FacetLists[0] == Facets.All ? 1 : 2) + 1);

    private async Task<(IReadOnlyList<(string Position, ArticleSummary Article)> Rows, bool IsFull)> ReadAsync(
        string partition, ListQuery query, string? after, int size, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            query.Prefixes.Select(prefix => ReadRowsAsync(partition, prefix, after, size, cancellationToken)));
        var isFull = lists.Any(rows => rows.Count == size);
        // Beyond the end of a full list there may be rows that come before what another list shows there.
        var safe = lists.Where(rows => rows.Count == size).Select(rows => rows[^1].Position).Min(StringComparer.Ordinal);
        // An article that has two of the values stands in two of the lists.
        var merged = lists.SelectMany(rows => rows).DistinctBy(row => row.Position).OrderBy(row => row.Position, StringComparer.Ordinal);
        return ([.. merged.TakeWhile(row => safe is null || string.CompareOrdinal(row.Position, safe) <= 0)], isFull);
    }

    private async Task<List<(string Position, ArticleSummary Article)>> ReadRowsAsync(
        string partition, string prefix, string? after, int size, CancellationToken cancellationToken)
    {
        var from = prefix + (after is null ? "" : $"{after}~");
        var to = $"{prefix}~";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = await table.ReadFirstPageAsync(filter, size, cancellationToken);
        return [.. rows.Select(row => (ListRows.PositionOf(row), ListRows.Read(row)))];
    }
}
