namespace Pipeline.Ingestion;

/// <summary>What wakes the pipeline when an embargo ends, so that nobody has to look every minute.</summary>
public interface IReleaseReminders
{
    /// <summary>Sees to it that what is held is looked at soon after that time. More often than once does no harm.</summary>
    Task RemindAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
