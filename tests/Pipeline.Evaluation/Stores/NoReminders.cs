using Pipeline.Ingestion;

namespace Pipeline.Evaluation.Stores;

/// <summary>Nothing that is measured waits for the end of an embargo.</summary>
internal sealed class NoReminders : IReleaseReminders
{
    public Task RemindAsync(DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
}
