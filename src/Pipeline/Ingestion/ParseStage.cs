using System.Diagnostics;
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
    IFileStore files, FileParser parser, EntrySender sender, ILedgerStore ledger, ParsingSettings settings, TimeProvider time)
{
    /// <summary>Parses the file, unless the same bytes were settled before. A file that is gone is no error.</summary>
    /// <param name="path">The name below the <c>incoming</c> container.</param>
    /// <param name="cancellationToken">Stops between two entries; the next delivery goes on from there.</param>
    public async Task ParseAsync(string path, CancellationToken cancellationToken)
    {
        using var activity = PipelineTelemetry.StartActivity("parse", null);
        activity?.SetTag("pipeline.path", path);
        // Archives are bounded by what they unpack to, so the packed file may be larger than a plain one.
        if (await files.ReadAsync(path, settings.Limits.FileBytes * 4, cancellationToken) is not { } stored)
            return;
        var receipt = new IncomingFile(path, stored.ETag, time.GetUtcNow(), stored.Bytes, null);
        if (stored.File is null)
            await RejectAsync(receipt, StableHash.Id(stored.ETag)[..16], FileParser.TooLarge(stored.Bytes, settings.Limits.FileBytes * 4), cancellationToken);
        else
            await ParseAsync(stored.File, receipt, cancellationToken);
    }

    /// <summary>Records that the file could not be parsed because of a fault; a replay can take it up again.</summary>
    public async Task FailAsync(string path, string error, CancellationToken cancellationToken)
    {
        var receipt = new IncomingFile(path, null, time.GetUtcNow(), 0, null) { Known = await ledger.FindRowAsync(path, cancellationToken) };
        var failed = receipt.Record(StableHash.Id(path)[..16], FileState.Failed) with { Reason = error };
        PipelineTelemetry.CountFate(await RecordAsync(receipt, failed, cancellationToken));
    }

    private async Task ParseAsync(DroppedFile file, IncomingFile receipt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var version = FileVersion.FromBytes(file.Bytes.Span);
        receipt = receipt with { Known = await ledger.FindRowAsync(file.Path, cancellationToken) };
        if (receipt.Known?.File is { } known && known.Version == version)
        {
            receipt = receipt with { ReceivedAt = known.ReceivedAt };
            if (known.State is FileState.Settled or FileState.Rejected)
            {
                await TouchAsync(known, receipt, cancellationToken);
                return;
            }
        }

        var record = await RecordAsync(file, receipt, version, cancellationToken);
        PipelineTelemetry.RecordParsed(record, time.GetElapsedTime(started));
    }

    private Task<FileRecord> RecordAsync(DroppedFile file, IncomingFile receipt, string version, CancellationToken cancellationToken) =>
        parser.Parse(file) switch
        {
            ParseResult.Rejected rejected =>
                RecordAsync(receipt, receipt.Record(version, FileState.Rejected) with { Format = rejected.Format, Reason = rejected.Reason }, cancellationToken),
            ParseResult.Archive archive => UnpackAsync(archive, receipt, version, cancellationToken),
            ParseResult.Parsed parsed => SendAsync(parsed, receipt, version, cancellationToken),
            _ => throw new UnreachableException(),
        };

    private async Task<FileRecord> UnpackAsync(ParseResult.Archive archive, IncomingFile receipt, string version, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var member in archive.Members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            var inner = receipt with { Path = $"{receipt.Path}!/{member.Name}", ETag = null, Known = null, Archive = receipt.Path, Bytes = member.File?.Bytes.Length ?? 0 };
            if (member.File is { } file)
                await ParseAsync(file, inner, cancellationToken);
            else
                await RejectAsync(inner, version, member.Refusal ?? "it could not be unpacked", cancellationToken);
        }

        return await RecordAsync(
            receipt,
            receipt.Record(version, FileState.Unpacked) with { Format = archive.Format, Notes = [.. archive.Notes, $"{count} members"] },
            cancellationToken);
    }

    private async Task<FileRecord> SendAsync(ParseResult.Parsed parsed, IncomingFile receipt, string version, CancellationToken cancellationToken)
    {
        var record = await RecordAsync(
            receipt,
            receipt.Record(version, FileState.Parsed) with { Format = parsed.Format, EntryCount = parsed.Entries.Count, Notes = parsed.Notes },
            cancellationToken);
        await sender.SendAsync(record, parsed.Entries, receipt.Known?.File.Version != version, cancellationToken);
        return record;
    }

    private Task<FileRecord> RejectAsync(IncomingFile receipt, string version, string reason, CancellationToken cancellationToken) =>
        RecordAsync(receipt, receipt.Record(version, FileState.Rejected) with { Reason = reason }, cancellationToken);

    private async Task<FileRecord> RecordAsync(IncomingFile receipt, FileRecord record, CancellationToken cancellationToken)
    {
        await ledger.RecordFileAsync(record, receipt.Known, cancellationToken);
        return record;
    }

    // The same bytes uploaded again: only the tag is new, and the sweep must not take it for a file that was missed.
    private async Task TouchAsync(FileRecord known, IncomingFile receipt, CancellationToken cancellationToken)
    {
        if (known.ETag != receipt.ETag)
            await ledger.RecordFileAsync(known with { ETag = receipt.ETag }, receipt.Known, cancellationToken);
    }
}
