using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Account;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Storage.Subscriptions;

/// <summary>The table <c>subscriptions</c>: a partition for each bucket, with its lease among its feeds, so that one transaction saves
/// states only while the lease is held.</summary>
public sealed class SubscriptionStore(StorageAccount account, SubscriptionLists lists) : ISubscriptionStore
{
    private readonly TableClient table = account.Table(TableNames.Subscriptions);

    public Task TakeUpListsAsync(CancellationToken cancellationToken) => lists.TakeUpAsync(cancellationToken);

    public async Task<DueFeeds> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = $"{SubscriptionRows.FeedFilter(null)} and ("
            + TableClient.CreateQueryFilter($"Next le {now} or Failures ge {DueFeeds.FailingAfter}") + ")";
        var (buckets, oldest, failing) = (new SortedSet<string>(StringComparer.Ordinal), now, 0);
        string[] columns = ["PartitionKey", SubscriptionRows.Next, SubscriptionRows.Failures];
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
        {
            var next = row.GetDateTimeOffset(SubscriptionRows.Next) ?? now;
            failing += row.GetInt32(SubscriptionRows.Failures) >= DueFeeds.FailingAfter ? 1 : 0;
            if (next > now)
                continue;
            buckets.Add(row.PartitionKey);
            // A feed that was never fetched has no time yet, and waits since the list was taken up.
            oldest = next < oldest && next > DateTimeOffset.UnixEpoch ? next : oldest;
        }

        return new DueFeeds([.. buckets], now - oldest, failing);
    }

    public async Task<BucketLease?> TryLeaseAsync(
        string bucket, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var held = await table.FindAsync(bucket, SubscriptionRows.LeaseKey(bucket), cancellationToken);
        if (held?.GetDateTimeOffset(SubscriptionRows.Until) > now)
            return null;
        var row = SubscriptionRows.LeaseRow(bucket, until);
        try
        {
            var written = held is null
                ? await table.AddEntityAsync(row, cancellationToken)
                : await table.UpdateEntityAsync(row, held.ETag, TableUpdateMode.Replace, cancellationToken);
            return new BucketLease(bucket, written.Headers.ETag.ToString()!);
        }
        catch (RequestFailedException taken) when (taken.IsConflict())
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<FollowedFeed>> ListDueAsync(string bucket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = $"{SubscriptionRows.FeedFilter(bucket)} and {TableClient.CreateQueryFilter($"Next le {now}")}";
        return [.. (await ReadAsync(filter, cancellationToken)).OrderBy(feed => feed.State.Next)];
    }

    /// <summary>Every subscription, by title or address.</summary>
    public async Task<IReadOnlyList<FollowedFeed>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync(SubscriptionRows.FeedFilter(null), cancellationToken))
            .OrderBy(feed => feed.Subscription.Group, StringComparer.OrdinalIgnoreCase)
            .ThenBy(feed => feed.Subscription.Title ?? feed.Subscription.Address.Host, StringComparer.OrdinalIgnoreCase)];

    /// <summary>One subscription; <c>null</c> where there is none. Reads one row of each bucket at most.</summary>
    public async Task<FollowedFeed?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var filter = $"{SubscriptionRows.FeedFilter(null)} and {TableClient.CreateQueryFilter($"RowKey eq {SubscriptionRows.KeyOf(id)}")}";
        return await ReadAsync(filter, cancellationToken) is [var found, ..] ? found : null;
    }

    public async Task<BucketLease?> SaveAsync(
        BucketLease lease, IReadOnlyList<FollowedFeed> feeds, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = feeds.ToList();
        while (true)
        {
            var actions = new List<TableTransactionAction>
            {
                Update(SubscriptionRows.LeaseRow(lease.Bucket, until), lease.Tag),
            };
            actions.AddRange(left.Select(feed => Update(SubscriptionRows.FeedRow(feed), feed.Tag)));
            try
            {
                var written = await table.SubmitTransactionAsync(actions, cancellationToken);
                return lease with { Tag = written.Value[0].Headers.ETag.ToString()! };
            }
            catch (TableTransactionFailedException conflict) when (conflict.IsConflict() && conflict.FailedTransactionActionIndex is { } at)
            {
                if (at == 0)
                    return null;
                left.RemoveAt(at - 1);
            }
        }
    }

    /// <summary>Saves one state outside a round; false where the row changed since it was read.</summary>
    public async Task<bool> TrySaveAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(SubscriptionRows.FeedRow(feed), new ETag(feed.Tag), TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    public async Task ReleaseAsync(BucketLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var ended = SubscriptionRows.LeaseRow(lease.Bucket, DateTimeOffset.UnixEpoch);
            await table.UpdateEntityAsync(ended, new ETag(lease.Tag), TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException taken) when (taken.IsConflict())
        {
            // It expired, and is another's now.
        }
    }

    public async Task<IReadOnlyList<HostWait>> ListWaitsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waits = new List<HostWait>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SubscriptionRows.Hosts}");
        var over = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (SubscriptionRows.ReadWait(row) is var wait && wait.Until > now)
                waits.Add(wait);
            else
                over.Add(row);
        }

        foreach (var rows in over.Chunk(TableLimits.TransactionRows))
            await table.DeleteAsync(rows, cancellationToken);
        return waits;
    }

    public async Task AddWaitsAsync(IReadOnlyList<HostWait> waits, CancellationToken cancellationToken)
    {
        var longest = waits.GroupBy(wait => wait.Host, StringComparer.Ordinal).Select(host => host.MaxBy(wait => wait.Until)!);
        foreach (var rows in longest.Select(SubscriptionRows.WaitRow).Chunk(TableLimits.TransactionRows))
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
    }

    private async Task<IReadOnlyList<FollowedFeed>> ReadAsync(string filter, CancellationToken cancellationToken)
    {
        var feeds = new List<FollowedFeed>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            feeds.Add(SubscriptionRows.Read(row));
        return feeds;
    }

    private static TableTransactionAction Update(TableEntity row, string tag) =>
        new(TableTransactionActionType.UpdateReplace, row, new ETag(tag));
}
