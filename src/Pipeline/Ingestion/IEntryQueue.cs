namespace Pipeline.Ingestion;

/// <summary>The enrich queue.</summary>
public interface IEntryQueue
{
    Task SendAsync(EntryMessage message, CancellationToken cancellationToken);
}
