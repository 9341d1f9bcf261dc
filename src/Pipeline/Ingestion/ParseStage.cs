using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>
/// The first stage: a dropped file is read, entered in the ledger, and each of its entries is sent on. A file that cannot be
/// read is rejected with a reason; its blob stays where it is.
/// </summary>
public sealed class ParseStage(
    IFileStore files, FileParser parser, FormerEntries former, EntrySender sender, ILedgerStore ledger, ParsingSettings settings,
    TimeProvider time, ILogger<ParseStage> log)
{
    /// <summary>Parses the file, unless the same bytes were settled before. A file that is gone is no error.</summary>
    /// <param name="path">The name below the <c>incoming</c> container.</param>
    /// <param name="cancellationToken">Stops between two entries; the next delivery goes on from there.</param>
    public Task ParseAsync(string path, CancellationToken cancellationToken) =>
        PipelineTelemetry.TraceAsync("parse", null, activity => ReadAsync(path, activity, cancellationToken));

    /// <summary>Records that the file could not be parsed because of a fault; a replay can take it up again.</summary>
    /// <param name="path">The name below the <c>incoming</c> container.</param>
    /// <param name="etag">The tag of the blob that failed, so that a sweep recognises it; <c>null</c> where nobody knows.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="cancellationToken">Stops before it is recorded.</param>
    public async Task FailAsync(string path, string? etag, string error, CancellationToken cancellationToken)
    {
        var known = await ledger.FindRowAsync(path, cancellationToken);
        var receivedAt = known?.File.ETag == etag ? known?.File.ReceivedAt : null;
        var incoming = new IncomingFile(path, etag, receivedAt ?? time.GetUtcNow(), 0, null) { Known = known };
        var failed = incoming.Record(StableHash.Id(path)[..16], FileState.Failed) with { Reason = error };
        PipelineTelemetry.CountFile(await RecordAsync(incoming, failed, cancellationToken));
        log.FileFailed(path, error);
    }

    private async Task<bool> ReadAsync(string path, Activity? activity, CancellationToken cancellationToken)
    {
        activity?.SetTag("pipeline.path", path);
        // Archives are bounded by what they unpack to, so the packed file may be larger than a plain one.
        var limit = settings.Limits.FileBytes * 4;
        if (await files.ReadAsync(path, limit, cancellationToken) is not { } stored)
        {
            log.FileGone(path);
            return false;
        }

        var incoming = new IncomingFile(path, stored.ETag, time.GetUtcNow(), stored.Bytes, null);
        if (stored.File is { } file)
            await ParseAsync(file, incoming, cancellationToken);
        else
            await RejectAsync(
                incoming, StableHash.Id(stored.ETag)[..16], null, FileParser.TooLarge(stored.Bytes, limit), cancellationToken);
        return true;
    }

    private async Task ParseAsync(DroppedFile file, IncomingFile incoming, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var version = FileVersion.FromBytes(file.Bytes.Span);
        incoming = incoming.Recall(await ledger.FindRowAsync(file.Path, cancellationToken), version);
        if (incoming.FindSettled(version) is { } settled)
        {
            await TouchAsync(settled, incoming, cancellationToken);
            return;
        }

        var record = parser.Parse(file) switch
        {
            ParseResult.Rejected rejected => await RejectAsync(incoming, version, rejected.Format, rejected.Reason, cancellationToken),
            ParseResult.Archive archive => await UnpackAsync(archive, incoming, version, cancellationToken),
            ParseResult.Parsed parsed => await SendAsync(parsed, incoming, version, cancellationToken),
            _ => throw new UnreachableException(),
        };
        var elapsed = time.GetElapsedTime(started);
        PipelineTelemetry.RecordParsed(record, elapsed);
        log.FileParsed(record.Path, record.Version, record.State, record.Format, record.EntryCount, elapsed.TotalMilliseconds);
    }

    private Task<FileRecord> RejectAsync(
        IncomingFile incoming, string version, string? format, string reason, CancellationToken cancellationToken)
    {
        log.FileRejected(incoming.Path, version, reason);
        var rejected = incoming.Record(version, FileState.Rejected) with { Format = format, Reason = reason };
        return RecordAsync(incoming, rejected, cancellationToken);
    }

    private async Task<FileRecord> UnpackAsync(
        ParseResult.Archive archive, IncomingFile incoming, string version, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var member in archive.Members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            var inner = incoming.Member(member);
            if (member.File is { } file)
                await ParseAsync(file, inner, cancellationToken);
            else
                await RejectAsync(inner, version, null, member.Refusal ?? "it could not be unpacked", cancellationToken);
        }

        var unpacked =
            incoming.Record(version, FileState.Unpacked) with { Format = archive.Format, Notes = [.. archive.Notes, $"{count} members"] };
        return await RecordAsync(incoming, unpacked, cancellationToken);
    }

    private async Task<FileRecord> SendAsync(
        ParseResult.Parsed parsed, IncomingFile incoming, string version, CancellationToken cancellationToken)
    {
        var record = incoming.Record(version, FileState.Parsed) with
        {
            Format = parsed.Format,
            EntryCount = parsed.Entries.Count,
            Notes = parsed.Notes,
        };
        // To record another version deletes most fates of the one before.
        var had = await former.ListAsync(record, incoming.Known?.File, cancellationToken);
        await RecordAsync(incoming, record, cancellationToken);
        await sender.SendAsync(record, parsed.Entries, incoming.Known?.File.Version != version, had, cancellationToken);
        return record;
    }

    private async Task<FileRecord> RecordAsync(IncomingFile incoming, FileRecord record, CancellationToken cancellationToken)
    {
        await ledger.RecordFileAsync(record, incoming.Known, cancellationToken);
        return record;
    }

    // The same bytes uploaded again: only the tag is new, and the sweep must not take it for a file that was missed.
    private async Task TouchAsync(FileRecord settled, IncomingFile incoming, CancellationToken cancellationToken)
    {
        log.FileUnchanged(settled.Path, settled.Version);
        if (settled.ETag != incoming.ETag)
            await ledger.RecordFileAsync(settled with { ETag = incoming.ETag }, incoming.Known, cancellationToken);
    }
}
