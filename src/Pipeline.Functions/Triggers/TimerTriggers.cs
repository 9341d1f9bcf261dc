using Microsoft.Azure.Functions.Worker;
using Pipeline.Maintenance;
using Pipeline.Storage.Queue;
using Pipeline.Storage.Statistics;

namespace Pipeline.Functions.Triggers;

/// <summary>What time brings. Runs of one timer never overlap: the host holds a lease for each.</summary>
public sealed class TimerTriggers(
    Sweeper sweeper, EmbargoRelease embargoes, Retention retention, SignatureUpgrade signatures, PoisonDrain poison,
    StatisticsStore figures)
{
    [Function(nameof(Sweep))]
    public Task Sweep([TimerTrigger("0 7/15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweeper.SweepAsync(cancellationToken);

    [Function(nameof(Settle))]
    public Task Settle([TimerTrigger("30 */2 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweeper.SettleAsync(cancellationToken);

    [Function(nameof(ReleaseEmbargoes))]
    public Task ReleaseEmbargoes([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        embargoes.ReleaseAsync(cancellationToken);

    [Function(nameof(Retain))]
    public Task Retain([TimerTrigger("0 23 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        retention.ExpireAsync(cancellationToken);

    // Figures count themselves when they are read; this keeps a week of them where nobody looks for days.
    [Function(nameof(CountFigures))]
    public Task CountFigures([TimerTrigger("0 4 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        figures.ReadAsync(cancellationToken);

    [Function(nameof(SignAnew))]
    public Task SignAnew([TimerTrigger("45 3/10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        signatures.UpgradeAsync(cancellationToken);

    [Function(nameof(DrainPoison))]
    public Task DrainPoison([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        poison.DrainAsync(cancellationToken);
}
