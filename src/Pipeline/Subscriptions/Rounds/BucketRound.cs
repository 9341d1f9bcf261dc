using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>Fetches what is due in one bucket while it holds the bucket's lease.</summary>
public sealed class BucketRound(
    ISubscriptionStore store, FeedVisit visit, HostWaits waits, SubscriptionSettings settings, TimeProvider time, ILogger<BucketRound> log)
    : IDisposable
{
    // What a crash makes to be fetched again, at the most; and how often a lease is prolonged.
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(20);

    // Over all buckets of this instance.
    private readonly SemaphoreSlim places = new(settings.MaxConcurrency);

    /// <summary>Fetches until nothing is due or the time is over. Returns at once where another instance is at it.</summary>
    public async Task RunAsync(string bucket, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (await store.TryLeaseAsync(bucket, time.GetUtcNow(), LeaseEnd(), cancellationToken) is not { } lease)
            return;
        var feeds = await store.ListDueAsync(bucket, time.GetUtcNow(), cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var visited = Channel.CreateUnbounded<FollowedFeed>();
        var visiting = VisitAllAsync(feeds, end, visited.Writer, stop.Token);
        BucketLease? held = null;
        try
        {
            held = await SaveAllAsync(lease, visited.Reader, cancellationToken);
        }
        finally
        {
            // Whoever has the lease now, or the next round, fetches what could not be saved.
            if (held is null)
                await stop.CancelAsync();
            await visiting;
        }

        log.BucketFetched(feeds.Count, bucket);
        if (held is null)
            log.LeaseLost(bucket);
        else
            await store.ReleaseAsync(held, cancellationToken);
    }

    public void Dispose() => places.Dispose();

    // A host's feeds come one after the other: those of one that is slow must not take up every place.
    private async Task VisitAllAsync(
        IReadOnlyList<FollowedFeed> feeds, DateTimeOffset end, ChannelWriter<FollowedFeed> visited, CancellationToken cancellationToken)
    {
        try
        {
            var hosts = feeds.GroupBy(feed => feed.Address.Authority, StringComparer.OrdinalIgnoreCase)
                .SelectMany(host => host.Chunk((int)Math.Ceiling(host.Count() / (double)settings.MaxPerHost)));
            var options = new ParallelOptions { MaxDegreeOfParallelism = settings.MaxConcurrency, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(hosts, options, async (host, token) =>
            {
                foreach (var feed in host.TakeWhile(_ => time.GetUtcNow() < end))
                    visited.TryWrite(await VisitAsync(feed, token));
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was not fetched stays due.
        }
        finally
        {
            visited.Complete();
        }
    }

    private async Task<FollowedFeed> VisitAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        if (waits.Find(feed.Address) is { } wait)
            return feed with { State = feed.State with { Next = time.GetUtcNow() + wait } };
        await places.WaitAsync(cancellationToken);
        try
        {
            return await visit.VisitAsync(feed, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<BucketLease?> SaveAllAsync(
        BucketLease lease, ChannelReader<FollowedFeed> visited, CancellationToken cancellationToken)
    {
        BucketLease? held = lease;
        while (held is not null)
        {
            var (batch, isLast) = await TakeAsync(visited, cancellationToken);
            if (isLast && batch.Count == 0)
                break;
            if (waits.TakeFresh() is { Count: > 0 } fresh)
                await store.AddWaitsAsync(fresh, cancellationToken);
            held = await store.SaveAsync(held, batch, LeaseEnd(), cancellationToken);
        }

        return held;
    }

    // As much as one transaction takes, or what came until the lease is to be prolonged.
    private async Task<(List<FollowedFeed> Batch, bool IsLast)> TakeAsync(
        ChannelReader<FollowedFeed> visited, CancellationToken cancellationToken)
    {
        var batch = new List<FollowedFeed>();
        using var pause = new CancellationTokenSource(SaveEvery, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellationToken);
        try
        {
            while (batch.Count < BucketLease.MaxFeeds)
            {
                if (!await visited.WaitToReadAsync(either.Token))
                    return (batch, true);
                while (batch.Count < BucketLease.MaxFeeds && visited.TryRead(out var feed))
                    batch.Add(feed);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to save.
        }

        return (batch, false);
    }

    private DateTimeOffset LeaseEnd() => time.GetUtcNow() + settings.Lease;
}
