using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>Takes a message of the enrich queue to its entry's fate. Any message may be delivered more than once.</summary>
public sealed class EntryReceiver(EntryQueue queue, EnrichStage stage)
{
    /// <summary>Enriches what the body holds or points at. Throws where a store is out of reach, for the host to deliver it
    /// again.</summary>
    public Task ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        StorageOperations.CountForEntryAsync(() => TakeAsync(body, stage.EnrichAsync, cancellationToken));

    /// <summary>Gives the entry the fate <see cref="Fate.Failed"/>, with what went wrong.</summary>
    public Task FailAsync(ReadOnlyMemory<byte> body, string error, CancellationToken cancellationToken) =>
        TakeAsync(body, (message, token) => FailAsync(message, error, token), cancellationToken);

    private async Task FailAsync(EntryMessage message, string error, CancellationToken cancellationToken)
    {
        await queue.KeepAsync(message, cancellationToken);
        await stage.FailAsync(message, error, cancellationToken);
    }

    private async Task TakeAsync(
        ReadOnlyMemory<byte> body, Func<EntryMessage, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (await queue.ReadAsync(body, cancellationToken) is not { } message)
            return;
        await work(message, cancellationToken);
        await queue.CheckOutAsync(body, cancellationToken);
    }
}
