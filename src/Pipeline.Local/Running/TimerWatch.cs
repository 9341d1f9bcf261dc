using Cronos;
using Pipeline.Storage.Timers;

namespace Pipeline.Local.Running;

/// <summary>Takes the place of the timer triggers: runs each timer at the start, for what fell due meanwhile, and then on its
/// schedule.</summary>
internal sealed class TimerWatch(MaintenanceTimers timers, Announcer announcer, TimeProvider time) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(timers.All.Select(timer => RepeatAsync(timer, stoppingToken)));

    private async Task RepeatAsync(MaintenanceTimer timer, CancellationToken stoppingToken)
    {
        var schedule = CronExpression.Parse(timer.Schedule, CronFormat.IncludeSeconds);
        var isDue = timer.RunsAtStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (isDue)
                await TryAsync(timer, stoppingToken);
            isDue = true;
            var now = time.GetUtcNow();
            if (schedule.GetNextOccurrence(now, TimeZoneInfo.Utc) is { } next)
                await Task.Delay(next - now, time, stoppingToken);
        }
    }

    private async Task TryAsync(MaintenanceTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            await timer.RunAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            announcer.Fault($"The timer {timer.Name} was cut short", fault);
        }
    }
}
