using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.Storage.Backup;
using Pipeline.Storage.Queue;
using Pipeline.Storage.Search;
using Pipeline.Storage.Statistics;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Storage.Timers;

/// <summary>Every timer of the pipeline. The Functions app and <c>Pipeline.Local</c> both take them from here.</summary>
/// <param name="others">Those that the endpoint adds: what they do needs more than the stores.</param>
public sealed class MaintenanceTimers(
    Sweeper sweeper, EmbargoRelease embargoes, Retention retention, SignatureUpgrade signatures, PoisonDrain poison,
    SourceWatch sources, NightlyBackup backup, CommitFollowUp commits, StoreCheck check, SearchWriter search,
    SubscriptionRound subscriptions, IEnumerable<MaintenanceTimer> others)
{
    public IReadOnlyList<MaintenanceTimer> All { get; } =
    [
        new(nameof(TimerSchedules.Sweep), TimerSchedules.Sweep, sweeper.SweepAsync),
        new(nameof(TimerSchedules.Settle), TimerSchedules.Settle, sweeper.SettleAsync),
        new(nameof(TimerSchedules.FinishCommits), TimerSchedules.FinishCommits, commits.SweepAsync),
        new(nameof(TimerSchedules.ReleaseEmbargoes), TimerSchedules.ReleaseEmbargoes, embargoes.ReleaseAllAsync),
        new(nameof(TimerSchedules.Retain), TimerSchedules.Retain, retention.ExpireAsync),
        new(nameof(TimerSchedules.CountStatistics), TimerSchedules.CountStatistics, sources.ReportAsync),
        new(nameof(TimerSchedules.SignAnew), TimerSchedules.SignAnew, signatures.UpgradeAsync),
        // A night that was missed is made up for by the next one.
        new(nameof(TimerSchedules.BackUp), TimerSchedules.BackUp, backup.BackUpAsync) { RunsAtStart = false },
        new(nameof(TimerSchedules.CheckStore), TimerSchedules.CheckStore, token => check.RunAsync(StoreCheck.DefaultSample, token)),
        new(nameof(TimerSchedules.IndexSearch), TimerSchedules.IndexSearch, search.WriteAsync),
        new(nameof(TimerSchedules.FetchFeeds), TimerSchedules.FetchFeeds, subscriptions.RunAsync),
        new(nameof(TimerSchedules.DrainPoison), TimerSchedules.DrainPoison, poison.DrainAsync),
        .. others,
    ];

    /// <summary>Runs one by its name. Throws where there is none of that name.</summary>
    public Task RunAsync(string name, CancellationToken cancellationToken) =>
        All.Single(timer => timer.Name == name).RunAsync(cancellationToken);
}
