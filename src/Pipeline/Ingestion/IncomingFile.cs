using Pipeline.Ledger;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>What is known of a file before it is parsed.</summary>
internal sealed record IncomingFile(string Path, string? ETag, DateTimeOffset ReceivedAt, long Bytes, string? Archive)
{
    /// <summary>What the ledger has of the path, as far as it was read.</summary>
    public LedgerRow? Known { get; init; }

    /// <summary>The same bytes keep the time at which they first came, unless a clock was ahead then.</summary>
    public IncomingFile Recall(LedgerRow? known, string version) =>
        this with
        {
            Known = known,
            ReceivedAt = known?.File.Version == version && known.File.ReceivedAt < ReceivedAt ? known.File.ReceivedAt : ReceivedAt
        };

    /// <summary>The file's row where these bytes came to their end before; <c>null</c> where there is still something to do.</summary>
    public FileRecord? FindSettled(string version) =>
        Known?.File is { State: FileState.Settled or FileState.Rejected } file && file.Version == version ? file : null;

    /// <summary>A member of the archive that this file is.</summary>
    public IncomingFile Member(ArchiveMember member) => this with
    {
        Path = $"{Path}!/{member.Name}",
        ETag = null,
        Known = null,
        Archive = Path,
        Bytes = member.File?.Bytes.Length ?? 0,
    };

    public FileRecord Record(string version, FileState state) => new()
    {
        Path = Path,
        Version = version,
        Source = DroppedFile.SourceOf(Path),
        ReceivedAt = ReceivedAt,
        State = state,
        Bytes = Bytes,
        ETag = ETag,
        Archive = Archive,
    };
}
