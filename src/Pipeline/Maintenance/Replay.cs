using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Ledger;

namespace Pipeline.Maintenance;

/// <summary>Takes a file up again whose entries failed.</summary>
public sealed class Replay(ILedgerStore ledger, IFileStore files, IEntryQueue queue, ParseStage parse, ILogger<Replay> log)
{
    /// <summary>Whether the file has to be brought back from the archive tier before it can be read.</summary>
    public Task<bool> IsArchivedAsync(FileRecord file, CancellationToken cancellationToken) =>
        files.IsArchivedAsync(file.Archive ?? file.Path, cancellationToken);

    /// <summary>
    /// Sends the failed entries of a version that was overwritten since again, as they were kept when they failed; their file need not be
    /// there. Returns how many.
    /// </summary>
    public async Task<int> ReplayVersionAsync(FileRecord file, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var fate in await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken))
        {
            if (fate.Fate != Fate.Failed)
                continue;
            // Taken back first: the first fate stands, and the entry may be quick.
            await ledger.DeleteFateAsync(fate.Origin, cancellationToken);
            if (await queue.ResendAsync(fate.Origin, cancellationToken))
                sent++;
            else
                await ledger.RecordFateAsync(fate, cancellationToken);
        }

        log.Replayed(file.Path, file.Version);
        return sent;
    }

    /// <summary>Forgets the file's failed fates and parses it again. False where the ledger does not know the file.</summary>
    public async Task<bool> ReplayFileAsync(string path, CancellationToken cancellationToken)
    {
        if (await ledger.FindFileAsync(path, cancellationToken) is not { } file)
            return false;
        foreach (var fate in await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken))
        {
            if (fate.Fate == Fate.Failed)
                await ledger.DeleteFateAsync(fate.Origin, cancellationToken);
        }

        log.Replayed(file.Path, file.Version);
        await ledger.RecordFileAsync(file with { State = StateBefore(file.State), Fates = new Dictionary<Fate, int>() }, cancellationToken);
        await parse.ParseAsync(file.Archive ?? file.Path, cancellationToken);
        return true;
    }

    // Only a file that was parsed waits for fates, and what waits for none would count as settled. Any other has failed until it is parsed.
    private static FileState StateBefore(FileState state) => state switch
    {
        FileState.Settled => FileState.Parsed,
        FileState.Rejected => FileState.Failed,
        _ => state,
    };
}
