namespace Pipeline.Ingestion;

/// <summary>What is known of a file before it is parsed.</summary>
internal sealed record FileReceipt(string Path, string? ETag, DateTimeOffset ReceivedAt, long Bytes, string? Archive)
{
    /// <summary>True where the ledger does not know these bytes.</summary>
    public bool IsFirst { get; init; }

    public FileRecord Record(string version, FileState state) => new()
    {
        Path = Path,
        Version = version,
        Source = Parsing.DroppedFile.SourceOf(Path),
        ReceivedAt = ReceivedAt,
        State = state,
        Bytes = Bytes,
        ETag = ETag,
        Archive = Archive,
    };
}
