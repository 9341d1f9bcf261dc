using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// The <c>catalog</c> table: one partition, so that one entity-group transaction commits a change to the log with everything
/// that it changes. The head row carries the last sequence number; replacing it under its tag is what makes commits one
/// sequence across any number of instances. A partition takes about 2,000 rows a second (Azure Storage scalability targets),
/// and an article writes three.
/// </summary>
public sealed class CatalogStore(StorageAccount account, TimeProvider time) : ICatalogStore, IDisposable
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(400);

    private readonly TableClient table = account.Table(TableNames.Catalog);

    // One commit at a time in this process: the others would only lose the race for the head.
    private readonly SemaphoreSlim turn = new(1);
    private CatalogHead? head;

    public async Task<IReadOnlyList<ArticleChange>> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await TryCommitAsync(decide, attempt == 1 ? presumedNew : null, cancellationToken) is { } changes)
                    return changes;
                await Task.Delay(Pause(attempt), time, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) =>
        await FindAsync(CatalogRows.Entry(articleId), CatalogRows.ReadEntry, cancellationToken);

    /// <summary>The cluster, through any merges since; an article without copies is a cluster of one. <c>null</c> where there is
    /// none.</summary>
    public Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        ClusterRoots.FindRootAsync(new CatalogTransaction(this, null), clusterId, cancellationToken);

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

    public async Task<IReadOnlyList<ArticleChange>> ListChangedWithAsync(CatalogEntry standing, CancellationToken cancellationToken)
    {
        if (standing.Sequence == 0)
            return [];
        var rows = await QueryAsync(standing.Sequence - 100, standing.Sequence + 100, 200, cancellationToken);
        var commit = rows.FirstOrDefault(row => CatalogRows.Sequence(row) == standing.Sequence)?.GetInt64("Commit");
        return [.. rows.Where(row => row.GetInt64("Commit") == commit).Select(CatalogRows.ReadChange)];
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

    public async Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken)
    {
        var rows = changes.Select(change => new TableEntity(CatalogRows.Partition, CatalogRows.Change(change.Sequence))).ToList();
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
        }
        catch (TableTransactionFailedException gone) when (gone.IsConflict())
        {
            foreach (var row in rows)
                await table.DeleteEntityAsync(row, ETag.All, cancellationToken);
        }
    }

    public void Dispose() => turn.Dispose();

    internal Task<Cluster?> FindClusterRowAsync(string clusterId, CancellationToken cancellationToken) =>
        FindAsync(CatalogRows.Cluster(clusterId), CatalogRows.ReadCluster, cancellationToken);

    // Null where another instance committed first.
    private async Task<IReadOnlyList<ArticleChange>?> TryCommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        var from = head ?? await ReadHeadAsync(cancellationToken);
        var transaction = new CatalogTransaction(this, presumedNew);
        await decide(transaction, cancellationToken);
        if (transaction.IsEmpty)
            return [];
        var changes = transaction.Changes(from.Sequence, time.GetUtcNow());
        try
        {
            // Not cancelled half-way: what was committed must be listed.
            var response = await table.SubmitTransactionAsync(transaction.Actions(from, changes), CancellationToken.None);
            head = new CatalogHead(from.Sequence + changes.Count, response.Value[0].Headers.ETag);
            return changes;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            head = null;
            return null;
        }
    }

    private async Task<CatalogHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        await FindAsync(CatalogRows.Head, row => new CatalogHead(row.GetInt64("Sequence") ?? 0, row.ETag), cancellationToken)
        ?? new CatalogHead(0, null);

    private async Task<T?> FindAsync<T>(string rowKey, Func<TableEntity, T> read, CancellationToken cancellationToken)
        where T : class =>
        await table.FindAsync(CatalogRows.Partition, rowKey, cancellationToken) is { } row ? read(row) : null;

    private Task<IReadOnlyList<TableEntity>> QueryAsync(long from, long to, int limit, CancellationToken cancellationToken)
    {
        var (first, last) = (CatalogRows.Change(Math.Max(0, from)), CatalogRows.Change(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CatalogRows.Partition} and RowKey ge {first} and RowKey le {last}");
        return table.ReadFirstPageAsync(filter, Math.Min(limit, 1000), cancellationToken);
    }

    // Full jitter: instances that lost the same race must not meet again at once.
    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(
            RandomNumberGenerator.GetInt32((int)Math.Min(MaxPause.TotalMilliseconds, 10 * Math.Pow(2, Math.Min(attempt, 6)))));
}

/// <summary>The last sequence number, and the tag under which it may be replaced; no tag before the first commit.</summary>
internal sealed record CatalogHead(long Sequence, ETag? ETag);
