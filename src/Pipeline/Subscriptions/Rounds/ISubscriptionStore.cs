using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>
/// The subscriptions with their states. The feeds of a host are in one bucket, and an instance fetches from a bucket only while it holds
/// its lease, so that no feed is fetched twice at once and no host is asked from two sides.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>Brings the subscriptions in line with the lists. Costs two operations where no list changed.</summary>
    Task TakeUpListsAsync(CancellationToken cancellationToken);

    /// <summary>What is due.</summary>
    Task<DueFeeds> FindDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The lease of a bucket; <c>null</c> while another instance holds it.</summary>
    Task<BucketLease?> TryLeaseAsync(string bucket, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The feeds of a bucket that are due, the longest overdue first.</summary>
    Task<IReadOnlyList<FollowedFeed>> ListDueAsync(string bucket, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Saves the states of at most <see cref="BucketLease.MaxFeeds"/> feeds of the bucket and prolongs the lease, in one operation. A feed
    /// that was unsubscribed or changed meanwhile is left as it is. Returns the lease, or <c>null</c> where another instance has taken it
    /// over: nothing is saved then.
    /// </summary>
    Task<BucketLease?> SaveAsync(
        BucketLease lease, IReadOnlyList<FollowedFeed> feeds, DateTimeOffset until, CancellationToken cancellationToken);

    Task ReleaseAsync(BucketLease lease, CancellationToken cancellationToken);

    /// <summary>The hosts that are to be left alone.</summary>
    Task<IReadOnlyList<HostWait>> ListWaitsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task AddWaitsAsync(IReadOnlyList<HostWait> waits, CancellationToken cancellationToken);
}

/// <summary>What is due now.</summary>
/// <param name="Buckets">The buckets that hold any of it.</param>
/// <param name="Lag">How long the one that has waited longest is overdue.</param>
/// <param name="Failing">How many subscriptions have failed at least <see cref="FailingAfter"/> times in a row.</param>
public sealed record DueFeeds(IReadOnlyList<string> Buckets, TimeSpan Lag, int Failing)
{
    /// <summary>A failure or two are a restart of the server's; five in a row take five hours with the pauses between.</summary>
    public const int FailingAfter = 5;
}

/// <summary>The right to fetch from a bucket until it expires.</summary>
/// <param name="Bucket">Which one.</param>
/// <param name="Tag">Shows at each write that it is still held.</param>
public sealed record BucketLease(string Bucket, string Tag)
{
    /// <summary>What fits into one transaction beside the lease.</summary>
    public const int MaxFeeds = 99;
}
