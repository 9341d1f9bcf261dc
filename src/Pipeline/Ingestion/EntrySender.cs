using System.Collections.Concurrent;
using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>Sends the entries of a file on, except those whose fate is known already: unreadable ones, and ones that were read
/// before.</summary>
public sealed class EntrySender(IEntryQueue queue, IClaimStore claims, ILedgerStore ledger, TimeProvider time)
{
    // Each entry is a look-up or none; more at once gains nothing against one storage account.
    private const int MaxConcurrency = 16;

    // Sent before the next are looked up, so that a large file is worked on while it is read.
    private const int Part = 256;

    /// <summary>Sees to it that every entry of the file has a fate or is on its way to one.</summary>
    /// <param name="file">Its row in the ledger.</param>
    /// <param name="entries">In the order of the file.</param>
    /// <param name="isFirst">True where these bytes were not read before, so that no entry can have a fate.</param>
    /// <param name="former">What the file had before, as <see cref="FormerEntries"/> lists it.</param>
    /// <param name="cancellationToken">Stops between two entries.</param>
    public async Task SendAsync(
        FileRecord file, IReadOnlyList<ParsedEntry> entries, bool isFirst, IReadOnlyDictionary<string, EntryFate> former,
        CancellationToken cancellationToken)
    {
        var fates = isFirst ? [] : await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken);
        var open = Enumerable.Range(0, entries.Count).Except(fates.Select(fate => fate.Origin.Index));
        var shared = SharedKeys.FindIn(entries.OfType<ParsedEntry.Readable>().Select(readable => readable.Entry), file.Source);
        await MarkAsync(shared, new EntryOrigin(file.Path, file.Version, 0), cancellationToken);
        var known = new KnownEntries(claims, file, former, shared, time.GetUtcNow());
        await known.LookAtAsync(entries, cancellationToken);
        foreach (var part in open.Chunk(Part))
        {
            var read = new ConcurrentDictionary<int, (EntryMessage? Message, EntryFate? Fate)>();
            var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(part, options, async (index, token) => read[index] =
                await ReadAsync(new EntryOrigin(file.Path, file.Version, index), entries[index], file, shared, known, token));
            // All at the same time: fates of one file share a transaction.
            await Task.WhenAll(read.Values.Select(entry => entry.Fate).OfType<EntryFate>().Select(
                fate => RecordAsync(fate, cancellationToken)));
            await queue.SendAsync(
                [.. read.OrderBy(entry => entry.Key).Select(entry => entry.Value.Message).OfType<EntryMessage>()], cancellationToken);
        }
    }

    // What the entry goes on as, or the fate that it has at once.
    private static async Task<(EntryMessage? Message, EntryFate? Fate)> ReadAsync(
        EntryOrigin origin, ParsedEntry entry, FileRecord file, IReadOnlySet<string> shared, KnownEntries known,
        CancellationToken cancellationToken) => entry switch
        {
            ParsedEntry.Unreadable unreadable => (null, new EntryFate(origin, Fate.Rejected, unreadable.Reason, null, unreadable.Label)),
            ParsedEntry.Readable readable when await known.FindFateAsync(readable.Entry, origin, cancellationToken) is { } fate =>
                (null, fate),
            ParsedEntry.Readable readable => (WriteMessage(readable.Entry, origin, file, shared), null),
            _ => throw new UnreachableException(),
        };

    private static EntryMessage WriteMessage(Entry entry, EntryOrigin origin, FileRecord file, IReadOnlySet<string> shared)
    {
        var own = EntryKeys.ForEntry(entry, file.Source).Select(key => key.Value).Where(shared.Contains).ToList();
        return new EntryMessage(entry, origin, file.Source, file.ReceivedAt)
        {
            TraceParent = Activity.Current?.Id,
            SharedKeys = own.Count > 0 ? own : null,
        };
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

    private async Task RecordAsync(EntryFate fate, CancellationToken cancellationToken)
    {
        await ledger.RecordFateAsync(fate, cancellationToken);
        PipelineTelemetry.CountFate(fate);
    }
}
