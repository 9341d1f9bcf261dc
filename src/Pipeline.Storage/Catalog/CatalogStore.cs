using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
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
    private readonly CatalogOutbox outbox = new(account.Table(TableNames.Catalog));
    private CatalogHead? head;

    public async Task<CatalogCommit> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await TryCommitAsync(decide, attempt == 1 ? presumedNew : null, cancellationToken) is { } commit)
                    return commit;
                PipelineTelemetry.CountConflict();
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
        while (await QueryAsync(since + 1, long.MaxValue, 1000, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => CatalogRows.ReadChange(row).Article.Id == notice.Id))
                await StripAsync(row, notice, cancellationToken);
            since = CatalogRows.Sequence(rows[^1]);
        }
    }

    public void Dispose() => turn.Dispose();

    internal Task<Cluster?> FindClusterRowAsync(string clusterId, CancellationToken cancellationToken) =>
        FindAsync(CatalogRows.Cluster(clusterId), CatalogRows.ReadCluster, cancellationToken);

    private async Task StripAsync(TableEntity row, ArticleSummary notice, CancellationToken cancellationToken)
    {
        var stripped = CatalogRows.ReadChange(row) with { Kind = ChangeKind.Withdrawn, Article = notice };
        try
        {
            var line = CatalogRows.ChangeRow(stripped, row.GetInt64("Commit") ?? stripped.Sequence);
            await table.UpdateEntityAsync(line, ETag.All, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException expired) when (expired.IsConflict())
        {
            // Retention deleted the line meanwhile.
        }
    }

    internal Task<TableEntity?> FindChangeRowAsync(long sequence, CancellationToken cancellationToken) =>
        table.FindAsync(CatalogRows.Partition, CatalogRows.Change(sequence), cancellationToken);

    // Null where another instance committed first.
    private async Task<CatalogCommit?> TryCommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        var from = head ?? await ReadHeadAsync(cancellationToken);
        var transaction = new CatalogTransaction(this, presumedNew);
        var unfinished = await decide(transaction, cancellationToken);
        if (transaction.IsEmpty)
            return new CatalogCommit([], null, null);
        var at = time.GetUtcNow();
        var changes = transaction.Changes(from.Sequence, at);
        var note = changes.Count > 0 || unfinished is not null ? CatalogRows.Note(from.Sequence + 1, transaction.Id) : null;
        var commit = new CatalogCommit(changes, unfinished, note);
        var to = from.Next(transaction.Id, changes.Count);
        return await TrySubmitAsync(transaction.Actions(from, to, commit, at), to) ? commit : null;
    }

    // Not cancelled half-way: what was committed must be listed.
    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CatalogHead to)
    {
        head = null;
        var done = outbox.Take(actions.Count);
        try
        {
            var response = await table.SubmitTransactionAsync([.. actions, .. done.Select(CatalogOutbox.Delete)], CancellationToken.None);
            head = to with { ETag = response.Value[0].Headers.ETag };
            done = [];
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            head = await ReadHeadAsync(CancellationToken.None);
            // The client tries again where an answer is lost, and then loses the race to itself.
            var isCommitted = head.Recent.Contains(to.Recent[0]);
            done = isCommitted ? [] : CatalogOutbox.RemoveGone(done, conflict, actions.Count);
            return isCommitted;
        }
        finally
        {
            outbox.PutBack(done);
        }
    }

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
        return table.ReadFirstPageAsync(filter, Math.Min(limit, 1000), cancellationToken);
    }

    // Full jitter: instances that lost the same race must not meet again at once.
    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(
            RandomNumberGenerator.GetInt32((int)Math.Min(MaxPause.TotalMilliseconds, 10 * Math.Pow(2, Math.Min(attempt, 6)))));
}
