using Pipeline.Ingestion;

namespace Pipeline.Storage;

/// <summary>Takes a message of the enrich queue to its entry's fate. Any message may be delivered more than once.</summary>
public sealed class EntryReceiver(EntryQueue queue, EnrichStage stage)
{
    /// <summary>Enriches what the body holds or points at. Throws where a store is out of reach, for the host to deliver it again.</summary>
    public Task ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        StorageOperations.OfEntryAsync(() => EnrichAsync(body, cancellationToken));

    /// <summary>Gives the entry the fate <see cref="Fate.Failed"/>, with what went wrong.</summary>
    public async Task FailAsync(ReadOnlyMemory<byte> body, string error, CancellationToken cancellationToken)
    {
        if (await queue.ReadAsync(body, cancellationToken) is not { } message)
            return;
        await stage.FailAsync(message, error, cancellationToken);
        await queue.CheckOutAsync(body, cancellationToken);
    }

    private async Task EnrichAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await queue.ReadAsync(body, cancellationToken) is not { } message)
            return;
        await stage.EnrichAsync(message, cancellationToken);
        await queue.CheckOutAsync(body, cancellationToken);
    }
}
