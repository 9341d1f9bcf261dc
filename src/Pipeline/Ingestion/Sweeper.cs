namespace Pipeline.Ingestion;

/// <summary>
/// Picks up what events lost: files that the ledger does not know in their present version, and files whose entries have not
/// all met their fate. It also closes the account of files that are complete.
/// </summary>
public sealed class Sweeper(IFileStore files, ILedgerStore ledger, ParseStage parse, IngestionSettings settings, TimeProvider time)
{
    /// <summary>Sweeps once. Returns the files that were settled.</summary>
    public async Task<IReadOnlyList<FileRecord>> SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var listing in files.ListAsync(cancellationToken))
        {
            if (time.GetUtcNow() - listing.LastModified >= settings.SweepAfter && await IsMissedAsync(listing, cancellationToken))
                await parse.ParseAsync(listing.Path, cancellationToken);
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
                await parse.ParseAsync(file.Archive ?? file.Path, cancellationToken);
            }
        }

        PipelineTelemetry.Unbalanced(overdue);
        return settled;
    }

    private async Task<bool> IsMissedAsync(FileListing listing, CancellationToken cancellationToken) =>
        (await ledger.FindFileAsync(listing.Path, cancellationToken))?.ETag != listing.ETag;

    private async Task<FileRecord> SettleAsync(FileRecord file, IReadOnlyList<EntryFate> fates, CancellationToken cancellationToken)
    {
        var counts = fates.CountBy(fate => fate.Fate).ToDictionary();
        var settled = file with { State = FileState.Settled, Fates = counts };
        await ledger.RecordFileAsync(settled, cancellationToken);
        return settled;
    }
}
