namespace Pipeline.Subscriptions.Rhythm;

/// <summary>
/// When a feed is fetched next: twice as often as it changes, but never before its publisher wants it to be, and ever more rarely while
/// it fails. A random tenth is added, so that feeds that were listed together do not stay together.
/// </summary>
/// <param name="settings">The bounds of a pause.</param>
/// <param name="random">Where the jitter comes from.</param>
public sealed class FetchRhythm(SubscriptionSettings settings, Random random)
{
    /// <summary>How many changes a rhythm is taken from at most.</summary>
    public const int MaxChanges = 20;

    // What has not shown any rhythm is looked at this often until it does.
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(1);

    private const double JitterShare = 0.1;
    private const int MaxDoublings = 20;

    /// <summary>The time after a fetch that succeeded.</summary>
    public DateTimeOffset NextAfterSuccess(SubscriptionState state, DateTimeOffset now)
    {
        var pause = FindPause(state.Changes, now) is { } usual ? usual / 2 : Unknown;
        // A hub that delivers needs no polling; a daily look finds what it lost.
        if (state.Hub?.LeaseUntil is { } lease && lease > now)
            pause = (lease - now) / 2;
        return now + Jitter(Max(Bound(pause), Bound(state.AskedPause ?? TimeSpan.Zero)));
    }

    /// <summary>The time after <see cref="SubscriptionState.Failures"/> failures, not before <paramref name="retryAfter"/>.</summary>
    public DateTimeOffset NextAfterFailure(SubscriptionState state, DateTimeOffset now, TimeSpan? retryAfter)
    {
        var doubled = settings.ShortestPause * Math.Pow(2, Math.Clamp(state.Failures - 1, 0, MaxDoublings));
        return now + Jitter(Max(Max(Bound(doubled), Bound(state.AskedPause ?? TimeSpan.Zero)), retryAfter ?? TimeSpan.Zero));
    }

    /// <summary>The usual pause between two changes, the silence since the last one included; <c>null</c> where too little is
    /// known.</summary>
    /// <param name="changes">When it changed, newest first.</param>
    /// <param name="now">When it is asked.</param>
    public static TimeSpan? FindPause(IReadOnlyList<DateTimeOffset> changes, DateTimeOffset now) =>
        changes.Count > 1 && now > changes[^1] ? (now - changes[^1]) / changes.Count : null;

    // Cache-Control of a year is said of files that never change; nobody means it of a feed.
    private TimeSpan Bound(TimeSpan pause) =>
        pause < settings.ShortestPause ? settings.ShortestPause : pause > settings.LongestPause ? settings.LongestPause : pause;

    private TimeSpan Jitter(TimeSpan pause)
    {
        lock (random)
            return pause * (1 + (JitterShare * random.NextDouble()));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
