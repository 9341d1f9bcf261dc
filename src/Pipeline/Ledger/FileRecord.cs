namespace Pipeline.Ledger;

/// <summary>The ledger's row for one dropped file.</summary>
public sealed record FileRecord
{
    public required string Path { get; init; }

    /// <summary>Stable for the same bytes at the same path, 16 characters.</summary>
    public required string Version { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required FileState State { get; init; }

    public long Bytes { get; init; }

    public string? Format { get; init; }

    /// <summary>How many entries the file has; its fates add up to this. 0 until it is parsed.</summary>
    public int EntryCount { get; init; }

    /// <summary>Why it was rejected or failed, in words.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many entries met each fate, once settled.</summary>
    public IReadOnlyDictionary<Fate, int> Fates { get; init; } = new Dictionary<Fate, int>();

    /// <summary>The tag of the blob that was read, so that a sweep recognises it without reading it.</summary>
    public string? ETag { get; init; }

    /// <summary>The archive that holds it, if any.</summary>
    public string? Archive { get; init; }
}

/// <summary>How far a file has come.</summary>
public enum FileState
{
    /// <summary>Parsed; not every entry has its fate yet.</summary>
    Parsed,

    /// <summary>Every entry has its fate.</summary>
    Settled,

    /// <summary>Nothing could be read; the reason says why.</summary>
    Rejected,

    /// <summary>An archive whose members have rows of their own.</summary>
    Unpacked,

    /// <summary>A fault that outlived every retry; it can be replayed.</summary>
    Failed,
}
