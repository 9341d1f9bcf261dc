using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>Sends the entries of a file on, except those whose fate is known already: unreadable ones, and ones that were read
/// before.</summary>
public sealed class EntrySender(IEntryQueue queue, IClaimStore claims, ILedgerStore ledger)
{
    // Each entry is one look-up and one send; more at once gains nothing against one storage account.
    private const int MaxConcurrency = 16;

    /// <summary>Sees to it that every entry of the file has a fate or is on its way to one.</summary>
    /// <param name="file">Its row in the ledger.</param>
    /// <param name="entries">In the order of the file.</param>
    /// <param name="isFirst">True where these bytes were not read before, so that no entry can have a fate.</param>
    /// <param name="cancellationToken">Stops between two entries.</param>
    public async Task SendAsync(FileRecord file, IReadOnlyList<ParsedEntry> entries, bool isFirst, CancellationToken cancellationToken)
    {
        var fates = isFirst ? [] : await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken);
        var open = Enumerable.Range(0, entries.Count).Except(fates.Select(fate => fate.Origin.Index));
        var isPartlyKnown = await IsPartlyKnownAsync(file.Source, entries, cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(open, options, async (index, token) =>
            await SendAsync(new EntryOrigin(file.Path, file.Version, index), entries[index], file, isPartlyKnown, token));
    }

    private async Task SendAsync(
        EntryOrigin origin, ParsedEntry entry, FileRecord file, bool isPartlyKnown, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case ParsedEntry.Unreadable unreadable:
                await RecordAsync(new EntryFate(origin, Fate.Rejected, unreadable.Reason, null, unreadable.Label), cancellationToken);
                break;
            case ParsedEntry.Readable readable when isPartlyKnown
                && await FindUnchangedAsync(readable.Entry, origin, file.Source, cancellationToken) is { } articleId:
                await RecordAsync(new EntryFate(origin, Fate.Unchanged, null, articleId, readable.Entry.Title), cancellationToken);
                break;
            case ParsedEntry.Readable readable:
                var message = new EntryMessage(readable.Entry, origin, file.Source, file.ReceivedAt) { TraceParent = Activity.Current?.Id };
                await queue.SendAsync(message, cancellationToken);
                break;
        }
    }

    // A feed is a window that moves on: where neither end of it is known, all of it is new, and its entries need no look-up.
    private async Task<bool> IsPartlyKnownAsync(string source, IReadOnlyList<ParsedEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Take(1).Concat(entries.Skip(1).TakeLast(1)).OfType<ParsedEntry.Readable>())
        {
            if (ClaimKey.SourceId(entry.Entry, source) is { } key && await claims.FindAsync(key, cancellationToken) is not null)
                return true;
        }

        return false;
    }

    private async Task RecordAsync(EntryFate fate, CancellationToken cancellationToken)
    {
        await ledger.RecordFateAsync(fate, cancellationToken);
        PipelineTelemetry.CountFate(fate);
    }

    // A feed brings the same entries at every fetch: recognising them here costs one read instead of a trip through the queue.
    private async Task<string?> FindUnchangedAsync(Entry entry, EntryOrigin origin, string source, CancellationToken cancellationToken)
    {
        if (entry.Wire is not null || ClaimKey.SourceId(entry, source) is not { } key)
            return null;
        var claim = await claims.FindAsync(key, cancellationToken);
        // An entry that claimed this itself is being delivered again: its real fate is still to come.
        return claim is not null && claim.Origin != origin && claim.EntryHash == EntryHash.ForEntry(entry, source) ? claim.ArticleId : null;
    }
}
