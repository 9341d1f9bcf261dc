using Pipeline.Ingestion;

namespace Pipeline.Storage;

/// <summary>Which files a page of the ledger shows.</summary>
public sealed record FileQuery
{
    public string? Source { get; init; }

    public FileState? State { get; init; }

    /// <summary>Files in which an entry met this fate.</summary>
    public Fate? Fate { get; init; }

    /// <summary>At most 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public string? After { get; init; }

    internal bool Passes(FileRecord file) =>
        (Source is null || file.Source == Source)
        && (State is null || file.State == State)
        && (Fate is not { } fate || file.Fates.GetValueOrDefault(fate) > 0);
}

/// <summary>A page of the ledger, newest first, and where the next one starts (<c>null</c>: there is none).</summary>
public sealed record FilePage(IReadOnlyList<FileRecord> Items, string? Next);
