using Pipeline.Articles;
namespace Pipeline.Ingestion;

/// <summary>The enrich queue.</summary>
public interface IEntryQueue
{
    /// <summary>Sends entries of one file, several to a message where they fit.</summary>
    Task SendAsync(IReadOnlyList<EntryMessage> entries, CancellationToken cancellationToken);

    /// <summary>Sends the entry again as it was when it failed for good. False where it was not kept.</summary>
    Task<bool> ResendAsync(EntryOrigin origin, CancellationToken cancellationToken);
}
