using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>
/// Writes what several callers have for one partition at the same time with one entity-group transaction, which is billed as one
/// operation. Each caller's rows are written as a whole or not at all, and a row that cannot be written fails its own caller only.
/// </summary>
internal sealed class SharedTransactions(TableClient table, TimeProvider time)
{
    // Entries that are worked on side by side come here within moments of each other.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    // A partition is here while somebody writes to it.
    private readonly Dictionary<string, List<Share>> waiting = new(StringComparer.Ordinal);

    /// <summary>Writes the rows, all of one partition. Throws as the table does, for these rows alone.</summary>
    public async Task SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var share = new Share(actions);
        var partition = actions[0].Entity.PartitionKey;
        // Whoever came first is not kept while others come, nor takes them along where it is cancelled.
        if (IsFirst(partition, share))
            _ = WriteAllAsync(partition);
        await share.Written;
    }

    private bool IsFirst(string partition, Share share)
    {
        lock (waiting)
        {
            if (waiting.TryGetValue(partition, out var others))
            {
                others.Add(share);
                return false;
            }

            waiting[partition] = [share];
            return true;
        }
    }

    // Nothing in it throws: what a transaction throws is its callers'.
    private async Task WriteAllAsync(string partition)
    {
        await Task.Delay(Gathering, time, CancellationToken.None);
        while (Take(partition) is { Count: > 0 } some)
            await WriteAsync(some);
    }

    private List<Share> Take(string partition)
    {
        lock (waiting)
        {
            var (some, rows, bytes) = (new List<Share>(), new HashSet<string>(StringComparer.Ordinal), 0);
            foreach (var share in waiting[partition])
            {
                var keys = share.Actions.Select(action => action.Entity.RowKey).ToList();
                // A transaction names a row once, and rows are written in the order in which they came.
                if (some.Count > 0
                    && (rows.Count + keys.Count > TableLimits.TransactionRows
                        || bytes + share.Bytes > TableLimits.TransactionBytes || keys.Exists(rows.Contains)))
                    break;
                rows.UnionWith(keys);
                bytes += share.Bytes;
                some.Add(share);
            }

            waiting[partition].RemoveRange(0, some.Count);
            if (some.Count == 0)
                waiting.Remove(partition);
            return some;
        }
    }

    private async Task WriteAsync(List<Share> some)
    {
        var writing = table.SubmitTransactionAsync(some.SelectMany(share => share.Actions), CancellationToken.None);
        await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (some.Count == 1 || writing.Exception?.InnerException is not RequestFailedException { Status: >= 400 and < 500 } refused)
            some.ForEach(share => share.End(writing));
        else if (FindOwner(some, refused) is { } owner)
        {
            owner.End(writing);
            await WriteAsync([.. some.Where(share => share != owner)]);
        }
        else
            await Task.WhenAll(some.Select(share => WriteAsync([share])));
    }

    // The one whose row was refused, where the store says which it was.
    private static Share? FindOwner(List<Share> some, RequestFailedException refused)
    {
        if (refused is not TableTransactionFailedException { FailedTransactionActionIndex: { } index } || !refused.IsConflict())
            return null;
        foreach (var share in some)
        {
            if (index < share.Actions.Count)
                return share;
            index -= share.Actions.Count;
        }

        return null;
    }

    private sealed class Share(IReadOnlyList<TableTransactionAction> actions)
    {
        private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<TableTransactionAction> Actions => actions;

        public int Bytes { get; } = actions.Sum(action => TableLimits.SizeOf((TableEntity)action.Entity));

        public Task Written => written.Task;

        public void End(Task writing) => written.TrySetFromTask(writing);
    }
}
