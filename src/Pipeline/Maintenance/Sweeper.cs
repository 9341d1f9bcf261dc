using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;

namespace Pipeline.Maintenance;

/// <summary>
/// Picks up what events lost: files that the ledger does not know in their present version, and files whose entries have not
/// all met their fate. It also closes the account of files that are complete.
/// </summary>
public sealed class Sweeper(
    IFileStore files, ILedgerStore ledger, ParseStage parse, IngestionSettings settings, TimeProvider time, ILogger<Sweeper> log)
{
    // As many as the blob trigger parses at once on an instance (host.json).
    private const int MaxConcurrency = 4;
    private const int LookedUpAtOnce = 16;

    // What one listing answers.
    private const int MaxListed = 5000;

    // Entries meet their fate about in the order in which their files came: where so many files wait, the younger ones do too.
    private const int MaxWaiting = 64;

    // The store's clock and this one may differ, and a listing may lag behind a write.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    // A store that does not answer for a moment must not cost a file its place; one that fails each time is left to a person.
    private const int MaxTries = 3;

    // How often each version of a file failed in this process, and the files that are being parsed now.
    private readonly ConcurrentDictionary<FileListing, int> failures = new();
    private readonly ConcurrentDictionary<string, bool> trying = new(StringComparer.Ordinal);

    // As many fates as one query answers: those of a larger file cost several, each time anew while its entries are on their way.
    private const int ManyEntries = 1000;

    // The last entry of each such file that had no fate: while it has none the file is not done.
    private readonly ConcurrentDictionary<string, EntryOrigin> awaited = new(StringComparer.Ordinal);

    // What the last process was parsing when it ended; null until that was asked for.
    private IReadOnlyCollection<string>? tried;

    // What the ledger has in its present version, so that a file is looked up once in the life of a process.
    private readonly ConcurrentDictionary<string, FileListing> known = new(StringComparer.Ordinal);

    /// <summary>
    /// Sweeps once: lists files from where the last sweep stopped, as many as one may, and looks those up that changed since the last
    /// round through all of them. Returns the files that were settled.
    /// </summary>
    public async Task<IReadOnlyList<FileRecord>> SweepAsync(CancellationToken cancellationToken)
    {
        var (now, position) = (time.GetUtcNow(), await ledger.GetSweepAsync(cancellationToken));
        // A time to come was written while a clock was ahead. What was looked up until then is unknown, so everything is looked up once.
        position = position.Until <= now ? position : position with { Until = null };
        var isResumed = position.Next is not null && position.Round <= now;
        position = isResumed ? position : position with { Round = now - settings.SweepAfter, Next = null };
        tried ??= await ledger.ListTriedAsync(cancellationToken);
        var last = new ConcurrentQueue<FileListing>();
        for (var listed = 0; ;)
        {
            var page = await files.ListAsync(
                position.Next, Math.Min(MaxListed, settings.SweepFiles - listed), cancellationToken);
            await LookUpAsync(page.Items, position.Until, last, cancellationToken);
            listed += Math.Max(1, page.Items.Count);
            position = position with { Next = page.Next, Round = FindOldestOpen(last, position.Round!.Value) };
            // Each time, so that a sweep that is interrupted has got somewhere.
            if (page.Next is not null)
                await ledger.RecordSweepAsync(position, cancellationToken);
            if (page.Next is null || listed >= settings.SweepFiles)
                break;
        }

        await ParseLastAsync(last, cancellationToken);
        position = position with { Round = FindOldestOpen([], position.Round!.Value) };
        if (position.Next is null && (isResumed || position.Until is not { } until || position.Round - until > Overlap))
            await RememberAsync(position.Round!.Value, cancellationToken);
        return await SettleAsync(cancellationToken);
    }

    // What failed or was put off is passed over for now: the next round must not take it for looked up.
    private DateTimeOffset FindOldestOpen(IEnumerable<FileListing> putOff, DateTimeOffset round) =>
        putOff.Concat(failures.Keys).Select(listing => listing.LastModified).Append(round).Min();

    private async Task LookUpAsync(
        IReadOnlyList<FileListing> listings, DateTimeOffset? swept, ConcurrentQueue<FileListing> last, CancellationToken cancellationToken)
    {
        var (since, until) = (swept - Overlap ?? DateTimeOffset.MinValue, time.GetUtcNow() - settings.SweepAfter);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(listings, options, async (listing, token) =>
        {
            if (listing.LastModified < since || listing.LastModified > until || !await IsMissedAsync(listing, token))
                return;
            if (tried?.Contains(listing.Path, StringComparer.Ordinal) == true)
                last.Enqueue(listing);
            else
                await ParseMissedAsync(listing, token);
        });
    }

    /// <summary>Closes the account of every file whose entries all have their fate; sends the rest again where they are overdue.</summary>
    public async Task<IReadOnlyList<FileRecord>> SettleAsync(CancellationToken cancellationToken)
    {
        var settled = new List<FileRecord>();
        var overdue = new List<FileRecord>();
        var waiting = 0;
        var open = await ClampAsync(await ledger.ListUnsettledAsync(cancellationToken), cancellationToken);
        foreach (var batch in open.OrderBy(file => file.ReceivedAt).Chunk(LookedUpAtOnce).TakeWhile(_ => waiting < MaxWaiting))
        {
            var closed = (await Task.WhenAll(batch.Select(file => TrySettleAsync(file, cancellationToken)))).OfType<FileRecord>().ToList();
            var late = batch.Where(IsOverdue).ExceptBy(closed.Select(file => file.Path), file => file.Path).ToList();
            waiting = closed.Count + late.Count > 0 ? 0 : waiting + batch.Length;
            settled.AddRange(closed);
            overdue.AddRange(late);
        }

        PipelineTelemetry.RecordBacklog(open.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - open.Min(file => file.ReceivedAt));
        PipelineTelemetry.RecordOverdue(overdue.Count);
        if (settled.Count + overdue.Count > 0)
            log.Settled(settled.Count, overdue.Count);
        foreach (var file in overdue.DistinctBy(file => file.Archive ?? file.Path, StringComparer.Ordinal))
            await ParseAsync(new FileListing(file.Archive ?? file.Path, file.ETag ?? "", file.ReceivedAt), cancellationToken);
        return settled;
    }

    // A file that was received while a clock was ahead would not be overdue before that time comes.
    private async Task<IReadOnlyList<FileRecord>> ClampAsync(IReadOnlyList<FileRecord> open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var clamped = open.Select(file => file.ReceivedAt > now + Overlap ? file with { ReceivedAt = now } : file).ToList();
        foreach (var file in clamped.Except(open))
            await ledger.RecordFileAsync(file, cancellationToken);
        return clamped;
    }

    // What may have been the end of the last process waits until all others are through, and has the process to itself.
    private async Task ParseLastAsync(IEnumerable<FileListing> last, CancellationToken cancellationToken)
    {
        foreach (var listing in last)
            await ParseMissedAsync(listing, cancellationToken);
        tried = [];
    }

    private async Task ParseMissedAsync(FileListing listing, CancellationToken cancellationToken)
    {
        log.FileMissed(listing.Path);
        trying[listing.Path] = true;
        await ledger.RecordTriedAsync([.. trying.Keys], cancellationToken);
        await ParseAsync(listing, cancellationToken);
        trying.TryRemove(listing.Path, out _);
        if (trying.IsEmpty)
            await ledger.RecordTriedAsync([], cancellationToken);
    }

    private bool IsOverdue(FileRecord file) => time.GetUtcNow() - file.ReceivedAt >= settings.ResendAfter;

    private async Task<bool> IsMissedAsync(FileListing listing, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(listing.Path, out var before) && before.ETag == listing.ETag)
            return false;
        var file = await ledger.FindFileAsync(listing.Path, cancellationToken);
        if (file?.ETag != listing.ETag)
            return true;
        known[listing.Path] = listing;
        return false;
    }

    // Call this last: an interrupted round is gone on with.
    private async Task RememberAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await ledger.RecordSweepAsync(new SweepPosition(until, null, null), cancellationToken);
        foreach (var (path, listing) in known)
        {
            if (listing.LastModified < until - Overlap)
                known.TryRemove(path, out _);
        }
    }

    // The sweep is a trigger of its own: one file that fails must not keep it from the others.
    private async Task ParseAsync(FileListing listing, CancellationToken cancellationToken)
    {
        try
        {
            await parse.ParseAsync(listing.Path, cancellationToken);
            failures.TryRemove(listing, out _);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.SweepFailed(fault, listing.Path);
            if (failures.AddOrUpdate(listing, 1, (_, count) => count + 1) < MaxTries)
                return;
            failures.TryRemove(listing, out _);
            await parse.FailAsync(listing.Path, listing.ETag, fault.Message, cancellationToken);
        }
    }

    private async Task<FileRecord?> TrySettleAsync(FileRecord file, CancellationToken cancellationToken)
    {
        if (awaited.TryGetValue(file.Path, out var last) && last.FileVersion == file.Version
            && await ledger.FindFateAsync(last, cancellationToken) is null)
            return null;
        var fates = await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken);
        awaited.TryRemove(file.Path, out _);
        if (fates.Count < file.EntryCount)
        {
            if (file.EntryCount > ManyEntries)
                awaited[file.Path] = new EntryOrigin(file.Path, file.Version, LastOpen(file.EntryCount, fates));
            return null;
        }

        if (fates.Where(fate => fate.Fate == Fate.Unchanged).ToList() is { Count: > 1 } unchanged)
            await ledger.PackUnchangedAsync(unchanged, cancellationToken);
        var settled = file with { State = FileState.Settled, Fates = fates.CountBy(fate => fate.Fate).ToDictionary() };
        await ledger.RecordFileAsync(settled, cancellationToken);
        return settled;
    }

    private static int LastOpen(int entries, IReadOnlyList<EntryFate> fates)
    {
        var done = fates.Select(fate => fate.Origin.Index).ToHashSet();
        return Enumerable.Range(0, entries).Last(index => !done.Contains(index));
    }
}
