namespace Pipeline.Storage.Timers;

/// <summary>Work that time brings. A run that is cut short is made good by the next one, and two runs at once do no harm.</summary>
/// <param name="Name">As the function that runs it in Azure is called.</param>
/// <param name="Schedule">One of <see cref="TimerSchedules"/>.</param>
/// <param name="RunAsync">Does it once. Throws where a store is out of reach.</param>
public sealed record MaintenanceTimer(string Name, string Schedule, Func<CancellationToken, Task> RunAsync)
{
    /// <summary>False where a start makes nothing due.</summary>
    public bool RunsAtStart { get; init; } = true;
}
