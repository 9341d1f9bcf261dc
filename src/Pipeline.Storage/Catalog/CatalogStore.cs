using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// The <c>catalog</c> table: one partition, so that one entity-group transaction commits a change to the log with everything
/// that it changes. The head row carries the last sequence number; replacing it under its tag is what makes commits one
/// sequence across any number of instances. One replacement follows the other, so that a transaction takes all decisions along that
/// wait in the instance.
/// </summary>
public sealed class CatalogStore : ICatalogStore
{
    private const int MaxReads = 32;

    private readonly TimeProvider time;
    private readonly TableClient table;
    private readonly CatalogOutbox outbox;
    private readonly GroupCommit commits;

    public CatalogStore(StorageAccount account, TimeProvider time)
    {
        this.time = time;
        table = account.Table(TableNames.Catalog);
        outbox = new CatalogOutbox(table);
        commits = new GroupCommit(table, outbox, time);
    }

    public Task<CatalogCommit> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken) =>
        commits.CommitAsync(new PendingDecision(decide, presumedNew, cancellationToken), cancellationToken);

    public async Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) =>
        await FindAsync(CatalogRows.Entry(articleId), CatalogRows.ReadEntry, cancellationToken);

    /// <summary>Where each of the articles stands; <c>null</c> for one that stands nowhere. One operation each, 32 at once.</summary>
    public async Task<IReadOnlyDictionary<string, CatalogEntry?>> GetEntriesAsync(
        IEnumerable<string> articleIds, CancellationToken cancellationToken)
    {
        string[] ids = [.. articleIds.Distinct()];
        var entries = await ids.ReadEachAsync(MaxReads, async (id, token) => await GetEntryAsync(id, token), cancellationToken);
        return ids.Zip(entries).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The cluster, through any merges since; an article without copies is a cluster of one. <c>null</c> where there is
    /// none.</summary>
    public Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        ClusterRoots.FindRootAsync(new CatalogTransaction(Snapshot(), null), clusterId, cancellationToken);

    /// <summary>The sequence number of the last commit, 0 before the first. One operation.</summary>
    public async Task<long> GetHeadAsync(CancellationToken cancellationToken) => (await ReadHeadAsync(cancellationToken)).Sequence;

    /// <summary>The oldest sequence number that is still in the log; 1 where it is empty.</summary>
    public async Task<long> GetOldestAsync(CancellationToken cancellationToken) =>
        (await ListChangesAsync(0, 1, cancellationToken)) is [var first] ? first.Sequence : 1;

    /// <summary>The changes after <paramref name="since"/>, in order of commitment, at most <paramref name="limit"/> (and 1,000). One
    /// operation.</summary>
    public async Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(since + 1, long.MaxValue, limit, cancellationToken);
        // Numbers have no gaps, so a gap could only be a row that this query was too early for: the poller gets it with the next.
        return [.. rows.TakeWhile((row, index) => CatalogRows.Sequence(row) == CatalogRows.Sequence(rows[0]) + index).Select(
            CatalogRows.ReadChange)];
    }

    public void Complete(CatalogCommit commit) => outbox.Complete(commit);

    public async Task<IReadOnlyList<CatalogCommit>> ListPendingAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var pending = new List<CatalogCommit>();
        foreach (var note in await outbox.ListAsync(before, time.GetUtcNow(), cancellationToken))
        {
            var (first, count) = (note.GetInt64("First") ?? 0, note.GetInt32("Changes") ?? 0);
            var changes = count == 0 ? [] : await ListChangesAsync(first - 1, count, cancellationToken);
            pending.Add(new CatalogCommit(
                [.. changes.Where(change => change.Sequence < first + count)], note.GetString("Unfinished"), note.RowKey));
        }

        return pending;
    }

    public async Task<long> FindLastBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        // Numbers have no gaps and times follow them, so halving finds the place in some 20 reads of a million lines.
        var (before, after) = (await GetOldestAsync(cancellationToken) - 1, await GetHeadAsync(cancellationToken));
        while (before + 1 < after)
        {
            var middle = before + ((after - before) / 2);
            var change = await FindAsync(CatalogRows.Change(middle), CatalogRows.ReadChange, cancellationToken);
            (before, after) = change?.At < time ? (middle, after) : (before, middle);
        }

        return before;
    }

    public Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken) => table.DeleteAsync(
        [.. changes.Select(change => new TableEntity(CatalogRows.Partition, CatalogRows.Change(change.Sequence)))], cancellationToken);

    public async Task StripChangesAsync(ArticleSummary notice, CancellationToken cancellationToken)
    {
        var since = 0L;
        while (await QueryAsync(since + 1, long.MaxValue, TableLimits.QueryRows, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => CatalogRows.ReadChange(row).Article.Id == notice.Id))
                await StripAsync(row, notice, cancellationToken);
            since = CatalogRows.Sequence(rows[^1]);
        }
    }

    private async Task StripAsync(TableEntity row, ArticleSummary notice, CancellationToken cancellationToken)
    {
        var stripped = CatalogRows.ReadChange(row) with { Kind = ChangeKind.Withdrawn, Article = notice };
        try
        {
            var line = CatalogRows.ChangeRow(stripped, row.GetInt64(CatalogRows.Previous) ?? 0);
            await table.UpdateEntityAsync(line, ETag.All, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException expired) when (expired.IsConflict())
        {
            // Retention deleted the line meanwhile.
        }
    }

    // Only to read: nothing is committed over it.
    private CatalogGroup Snapshot() => new(new CatalogHead(0, null), new CatalogReads(table), default);

    private async Task<CatalogHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        await FindAsync(CatalogRows.Head, CatalogRows.ReadHead, cancellationToken)
        ?? new CatalogHead(0, null);

    private async Task<T?> FindAsync<T>(string rowKey, Func<TableEntity, T> read, CancellationToken cancellationToken)
        where T : class =>
        await table.FindAsync(CatalogRows.Partition, rowKey, cancellationToken) is { } row ? read(row) : null;

    private Task<IReadOnlyList<TableEntity>> QueryAsync(long from, long to, int limit, CancellationToken cancellationToken)
    {
        var (first, last) = (CatalogRows.Change(Math.Max(0, from)), CatalogRows.Change(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CatalogRows.Partition} and RowKey ge {first} and RowKey le {last}");
        return table.ReadFirstPageAsync(filter, Math.Min(limit, TableLimits.QueryRows), cancellationToken);
    }
}
