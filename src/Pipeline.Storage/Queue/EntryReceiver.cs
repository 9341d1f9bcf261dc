using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>Takes a message of the enrich queue to its entries' fates. Any message may be delivered more than once.</summary>
public sealed class EntryReceiver(EntryQueue queue, EnrichStage stage, TimeProvider time, ILogger<EntryReceiver> log)
{
    /// <summary>
    /// Enriches what the body holds or points at, its entries side by side, so that they share what is written together. An entry that
    /// fails beside others that do not goes on in a message of its own, with tries of its own. Throws where a store is out of reach, for
    /// the host to deliver the message again.
    /// </summary>
    public async Task ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var entries = await queue.ReadAsync(body, cancellationToken);
        var together = new SideBySide(entries.Count, time);
        var work = entries.Select(entry => (Entry: entry, Enriching: EnrichAsync(entry, together, cancellationToken))).ToList();
        var all = Task.WhenAll(work.Select(item => item.Enriching));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failed = work.Where(item => !item.Enriching.IsCompletedSuccessfully).ToList();
        if (failed.Count == entries.Count)
            await all;
        foreach (var (entry, enriching) in failed)
        {
            await queue.SendAsync(entry, cancellationToken);
            log.SplitOff(enriching.Exception?.InnerException, entry.Origin.Index, entry.Origin.Path, entry.Origin.FileVersion);
        }

        await queue.CheckOutAsync(body, cancellationToken);
    }

    /// <summary>Tries a message again that failed at every try. What may have ended its process more than once is one of its entries: each
    /// goes on in a message of its own.</summary>
    public async Task RetryAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await queue.ReadAsync(body, cancellationToken) is not { Count: > 1 } entries)
        {
            await ReceiveAsync(body, cancellationToken);
            return;
        }

        foreach (var entry in entries)
            await queue.SendAsync(entry, cancellationToken);
    }

    /// <summary>Gives the entries the fate <see cref="Fate.Failed"/>, with what went wrong.</summary>
    public async Task FailAsync(ReadOnlyMemory<byte> body, string error, CancellationToken cancellationToken)
    {
        foreach (var entry in await queue.ReadAsync(body, cancellationToken))
        {
            await queue.KeepAsync(entry, cancellationToken);
            await stage.FailAsync(entry, error, cancellationToken);
        }

        await queue.CheckOutAsync(body, cancellationToken);
    }

    // Enriching is work for the processor before it waits for the store.
    private Task EnrichAsync(EntryMessage entry, SideBySide together, CancellationToken cancellationToken) => Task.Run(
        () => together.RunAsync(() => StorageOperations.CountForEntryAsync(() => stage.EnrichAsync(entry, cancellationToken))),
        CancellationToken.None);
}
