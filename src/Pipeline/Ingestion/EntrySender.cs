using System.Collections.Concurrent;
using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>Sends the entries of a file on, except those whose fate is known already: unreadable ones, and ones that were read
/// before.</summary>
public sealed class EntrySender(IEntryQueue queue, IClaimStore claims, ILedgerStore ledger)
{
    // Each entry is a look-up or none; more at once gains nothing against one storage account.
    private const int MaxConcurrency = 16;

    // Sent before the next are looked up, so that a large file is worked on while it is read.
    private const int Part = 256;

    /// <summary>Sees to it that every entry of the file has a fate or is on its way to one.</summary>
    /// <param name="file">Its row in the ledger.</param>
    /// <param name="entries">In the order of the file.</param>
    /// <param name="isFirst">True where these bytes were not read before, so that no entry can have a fate.</param>
    /// <param name="cancellationToken">Stops between two entries.</param>
    public async Task SendAsync(FileRecord file, IReadOnlyList<ParsedEntry> entries, bool isFirst, CancellationToken cancellationToken)
    {
        var fates = isFirst ? [] : await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken);
        var open = Enumerable.Range(0, entries.Count).Except(fates.Select(fate => fate.Origin.Index));
        var shared = SharedKeys.FindIn(entries.OfType<ParsedEntry.Readable>().Select(readable => readable.Entry), file.Source);
        await MarkAsync(shared, new EntryOrigin(file.Path, file.Version, 0), cancellationToken);
        var isPartlyKnown = await IsPartlyKnownAsync(file.Source, entries, shared, cancellationToken);
        foreach (var part in open.Chunk(Part))
        {
            var read = new ConcurrentDictionary<int, (EntryMessage? Message, EntryFate? Fate)>();
            var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(part, options, async (index, token) => read[index] =
                await ReadAsync(new EntryOrigin(file.Path, file.Version, index), entries[index], file, shared, isPartlyKnown, token));
            // All at the same time: fates of one file share a transaction.
            await Task.WhenAll(read.Values.Select(entry => entry.Fate).OfType<EntryFate>().Select(
                fate => RecordAsync(fate, cancellationToken)));
            await queue.SendAsync(
                [.. read.OrderBy(entry => entry.Key).Select(entry => entry.Value.Message).OfType<EntryMessage>()], cancellationToken);
        }
    }

    // What the entry goes on as, or the fate that it has at once.
    private async Task<(EntryMessage? Message, EntryFate? Fate)> ReadAsync(
        EntryOrigin origin, ParsedEntry entry, FileRecord file, IReadOnlySet<string> shared, bool isPartlyKnown,
        CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case ParsedEntry.Unreadable unreadable:
                return (null, new EntryFate(origin, Fate.Rejected, unreadable.Reason, null, unreadable.Label));
            case ParsedEntry.Readable readable
                when isPartlyKnown
                    && await FindUnchangedAsync(readable.Entry, origin, file.Source, shared, cancellationToken) is { } articleId:
                return (null, new EntryFate(origin, Fate.Unchanged, null, articleId, readable.Entry.Title));
            case ParsedEntry.Readable readable:
                var own = EntryKeys.ForEntry(readable.Entry, file.Source).Select(key => key.Value).Where(shared.Contains).ToList();
                return (new EntryMessage(readable.Entry, origin, file.Source, file.ReceivedAt)
                {
                    TraceParent = Activity.Current?.Id,
                    SharedKeys = own.Count > 0 ? own : null,
                }, null);
            default:
                throw new UnreachableException();
        }
    }

    // The next file may hold only one of the entries that share a key, and must not take it for a name then.
    private async Task MarkAsync(IReadOnlySet<string> shared, EntryOrigin origin, CancellationToken cancellationToken)
    {
        foreach (var key in shared)
        {
            var claim = await claims.FindAsync(key, cancellationToken) ?? new Claim("", null, origin);
            if (!claim.IsShared)
                await claims.ReplaceAsync(key, claim with { IsShared = true }, cancellationToken);
        }
    }

    // A feed is a window that moves on: where neither end of it is known, all of it is new, and its entries need no look-up.
    private async Task<bool> IsPartlyKnownAsync(
        string source, IReadOnlyList<ParsedEntry> entries, IReadOnlySet<string> shared, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Take(1).Concat(entries.Skip(1).TakeLast(1)).OfType<ParsedEntry.Readable>())
        {
            if (await claims.FindAsync(EntryKeys.Unshared(entry.Entry, source, shared)[0].Value, cancellationToken) is not null)
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
    private async Task<string?> FindUnchangedAsync(
        Entry entry, EntryOrigin origin, string source, IReadOnlySet<string> shared, CancellationToken cancellationToken)
    {
        if (entry.Wire is not null)
            return null;
        var isOwnName = true;
        foreach (var key in EntryKeys.Unshared(entry, source, shared))
        {
            var claim = await claims.FindAsync(key.Value, cancellationToken);
            var isOthers = claim is not null && (claim.IsShared || DroppedFile.SourceOf(claim.Origin.Path) != source);
            // An entry that claimed this itself is being delivered again: its real fate is still to come.
            if (!isOthers && (claim is not null || isOwnName))
                return claim is not null && claim.Origin != origin && claim.EntryHash == EntryHash.ForEntry(entry, source) ? claim.ArticleId
                    : null;
            isOwnName = false;
        }

        return null;
    }
}
