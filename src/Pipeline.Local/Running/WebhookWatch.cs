using Pipeline.Storage.Timers;

namespace Pipeline.Local.Running;

/// <summary>Delivers to webhooks every second, where Azure does so on the timer's schedule.</summary>
internal sealed class WebhookWatch(MaintenanceTimers timers, Announcer announcer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await timers.RunAsync(nameof(TimerSchedules.DeliverWebhooks), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault("Webhooks could not be delivered to", fault);
            }
        }
    }
}
