using Pipeline.Ingestion;

namespace Pipeline.Local.Running;

/// <summary>Takes the place of the retention timer: at the start and then every hour.</summary>
internal sealed class RetentionWatch(Retention retention, Announcer announcer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await retention.ExpireAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault("Expired articles could not be deleted", fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
