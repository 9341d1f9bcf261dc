using Pipeline.Ingestion;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>Fetches every feed that is due. Two rounds at once share the work.</summary>
public sealed class SubscriptionRound(
    ISubscriptionStore store, BucketRound buckets, HostWaits waits, SubscriptionSettings settings, TimeProvider time)
{
    /// <summary>Takes up the lists, then fetches for <see cref="SubscriptionSettings.RoundTime"/> at most. Does nothing where following is
    /// switched off. Throws where the store is out of reach; what was not saved is fetched again then.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
            return;
        await store.TakeUpListsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await store.FindDueAsync(now, cancellationToken);
        PipelineTelemetry.RecordSubscriptions(due.Lag, due.Failing);
        if (due.Buckets.Count == 0)
            return;
        waits.Learn(await store.ListWaitsAsync(now, cancellationToken));
        await Parallel.ForEachAsync(due.Buckets, new ParallelOptions
        {
            MaxDegreeOfParallelism = due.Buckets.Count,
            CancellationToken = cancellationToken,
        }, async (bucket, token) => await buckets.RunAsync(bucket, now + settings.RoundTime, token));
    }
}
