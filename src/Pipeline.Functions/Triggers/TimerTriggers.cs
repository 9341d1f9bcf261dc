using Microsoft.Azure.Functions.Worker;
using Pipeline.Storage.Timers;

namespace Pipeline.Functions.Triggers;

/// <summary>What time brings. Runs of one timer never overlap: the host holds a lease for each.</summary>
public sealed class TimerTriggers(MaintenanceTimers timers)
{
    [Function(nameof(Sweep))]
    public Task Sweep([TimerTrigger(TimerSchedules.Sweep)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(Sweep), cancellationToken);

    [Function(nameof(Settle))]
    public Task Settle([TimerTrigger(TimerSchedules.Settle)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(Settle), cancellationToken);

    [Function(nameof(FinishCommits))]
    public Task FinishCommits([TimerTrigger(TimerSchedules.FinishCommits)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(FinishCommits), cancellationToken);

    [Function(nameof(ReleaseEmbargoes))]
    public Task ReleaseEmbargoes([TimerTrigger(TimerSchedules.ReleaseEmbargoes)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(ReleaseEmbargoes), cancellationToken);

    [Function(nameof(Retain))]
    public Task Retain([TimerTrigger(TimerSchedules.Retain)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(Retain), cancellationToken);

    [Function(nameof(CountStatistics))]
    public Task CountStatistics([TimerTrigger(TimerSchedules.CountStatistics)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(CountStatistics), cancellationToken);

    [Function(nameof(SignAnew))]
    public Task SignAnew([TimerTrigger(TimerSchedules.SignAnew)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(SignAnew), cancellationToken);

    [Function(nameof(BackUp))]
    public Task BackUp([TimerTrigger(TimerSchedules.BackUp)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(BackUp), cancellationToken);

    [Function(nameof(CheckStore))]
    public Task CheckStore([TimerTrigger(TimerSchedules.CheckStore)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(CheckStore), cancellationToken);

    [Function(nameof(IndexSearch))]
    public Task IndexSearch([TimerTrigger(TimerSchedules.IndexSearch)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(IndexSearch), cancellationToken);

    [Function(nameof(DrainPoison))]
    public Task DrainPoison([TimerTrigger(TimerSchedules.DrainPoison)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(DrainPoison), cancellationToken);

    [Function(nameof(DeliverWebhooks))]
    public Task DeliverWebhooks([TimerTrigger(TimerSchedules.DeliverWebhooks)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(DeliverWebhooks), cancellationToken);

    [Function(nameof(FetchFeeds))]
    public Task FetchFeeds([TimerTrigger(TimerSchedules.FetchFeeds)] TimerInfo timer, CancellationToken cancellationToken) =>
        timers.RunAsync(nameof(FetchFeeds), cancellationToken);
}
