using Pipeline.Maintenance;

namespace Pipeline.Local.Running;

/// <summary>Takes the place of the timers for retention and for signatures: at the start and then every hour.</summary>
internal sealed class UpkeepWatch(Retention retention, SignatureUpgrade signatures, Announcer announcer, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await TryAsync("Articles could not be signed anew", signatures.UpgradeAsync, stoppingToken);
            await TryAsync("Expired articles could not be deleted", retention.ExpireAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(string otherwise, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            announcer.Fault(otherwise, fault);
        }
    }
}
