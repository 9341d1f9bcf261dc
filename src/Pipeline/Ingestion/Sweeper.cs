using System.Collections.Concurrent;

namespace Pipeline.Ingestion;

/// <summary>
/// Picks up what events lost: files that the ledger does not know in their present version, and files whose entries have not
/// all met their fate. It also closes the account of files that are complete.
/// </summary>
public sealed class Sweeper(IFileStore files, ILedgerStore ledger, ParseStage parse, IngestionSettings settings, TimeProvider time)
{
    // What the ledger has in its present version, so that a file is looked up once in the life of a process.
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>Sweeps once. Returns the files that were settled.</summary>
    public async Task<IReadOnlyList<FileRecord>> SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var listing in files.ListAsync(cancellationToken))
        {
            if (time.GetUtcNow() - listing.LastModified >= settings.SweepAfter && await IsMissedAsync(listing, cancellationToken))
                await ParseAsync(listing.Path, cancellationToken);
        }

        return await SettleAsync(cancellationToken);
    }

    /// <summary>Closes the account of every file whose entries all have their fate; sends the rest again where they are overdue.</summary>
    public async Task<IReadOnlyList<FileRecord>> SettleAsync(CancellationToken cancellationToken)
    {
        var settled = new List<FileRecord>();
        var overdue = 0;
        foreach (var file in await ledger.UnsettledAsync(cancellationToken))
        {
            var fates = await ledger.FatesAsync(file.Path, file.Version, cancellationToken);
            if (fates.Count >= file.EntryCount)
                settled.Add(await SettleAsync(file, fates, cancellationToken));
            else if (time.GetUtcNow() - file.ReceivedAt >= settings.ResendAfter)
            {
                overdue++;
                await ParseAsync(file.Archive ?? file.Path, cancellationToken);
            }
        }

        PipelineTelemetry.Unbalanced(overdue);
        return settled;
    }

    private async Task<bool> IsMissedAsync(FileListing listing, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(listing.Path, out var tag) && tag == listing.ETag)
            return false;
        var file = await ledger.FindFileAsync(listing.Path, cancellationToken);
        if (file?.ETag != listing.ETag)
            return true;
        known[listing.Path] = listing.ETag;
        return false;
    }

    // The sweep is a trigger of its own: one file that fails must not keep it from the others.
    private async Task ParseAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await parse.ParseAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await parse.FailAsync(path, fault.Message, cancellationToken);
        }
    }

    private async Task<FileRecord> SettleAsync(FileRecord file, IReadOnlyList<EntryFate> fates, CancellationToken cancellationToken)
    {
        var counts = fates.CountBy(fate => fate.Fate).ToDictionary();
        var settled = file with { State = FileState.Settled, Fates = counts };
        await ledger.RecordFileAsync(settled, cancellationToken);
        return settled;
    }
}
