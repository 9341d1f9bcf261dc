using Pipeline.Ledger;
using Pipeline.Parsing.Files;

namespace Pipeline.Ingestion;

/// <summary>What is known of a file before it is parsed.</summary>
internal sealed record IncomingFile(string Path, string? ETag, DateTimeOffset ReceivedAt, long Bytes, string? Archive)
{
    /// <summary>What the ledger has of the path, as far as it was read.</summary>
    public LedgerRow? Known { get; init; }

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
