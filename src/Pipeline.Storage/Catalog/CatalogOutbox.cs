using Azure;
using Azure.Data.Tables;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// The notes of what must follow each commit: a row in the transaction of the commit itself, deleted with a later one of this process,
/// so that neither costs an operation. A note that nobody deletes is found by the sweep.
/// </summary>
internal sealed class CatalogOutbox(TableClient table)
{
    private const int MaxListed = 100;

    // A set: two may finish one commit at once, and a transaction that names a row twice is refused.
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    public void Complete(CatalogCommit commit)
    {
        if (commit.Note is { } note)
            PutBack([note]);
    }

    /// <summary>Keys of notes that a transaction with so many actions may delete.</summary>
    public IReadOnlyList<string> Take(int actions)
    {
        lock (done)
        {
            var taken = done.Take(TableLimits.TransactionRows - actions).ToList();
            done.ExceptWith(taken);
            return taken;
        }
    }

    /// <summary>Keeps the keys for a later transaction.</summary>
    public void PutBack(IReadOnlyList<string> taken)
    {
        lock (done)
            done.UnionWith(taken);
    }

    /// <summary>The keys without the one for which a transaction failed, as a sweep deleted that note before; none where the store does not
    /// say which.</summary>
    public static IReadOnlyList<string> RemoveGone(IReadOnlyList<string> taken, TableTransactionFailedException conflict, int actions) =>
        conflict.FailedTransactionActionIndex switch
        {
            null => [],
            { } failed when failed < actions => taken,
            { } failed => [.. taken.Where((_, index) => index != failed - actions)],
        };

    public static TableTransactionAction Delete(string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(CatalogRows.Partition, key), ETag.All);

    /// <summary>The notes from before a time that are left, oldest first, at most 100; those of a clock that was ahead among
    /// them.</summary>
    public async Task<IReadOnlyList<TableEntity>> ListAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CatalogRows.Partition} and RowKey ge {"o"} and RowKey lt {"p"}");
        var rows = await table.ReadFirstPageAsync(filter, MaxListed, cancellationToken);
        return [.. rows.Where(row => row.GetDateTimeOffset("At") is not { } at || at < before || at > now)];
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        while (Take(0) is { Count: > 0 } keys)
            await table.DeleteAsync([.. keys.Select(key => new TableEntity(CatalogRows.Partition, key))], cancellationToken);
    }
}
