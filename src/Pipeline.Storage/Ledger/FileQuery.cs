using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Ledger;

/// <summary>Which files a page of the ledger shows.</summary>
public sealed record FileQuery
{
    public string? Source { get; init; }

    public FileState? State { get; init; }

    /// <summary>Files in which an entry met this fate.</summary>
    public Fate? Fate { get; init; }

    /// <summary>The earliest moment at which a file was received.</summary>
    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>The moment before which it was received.</summary>
    public DateTimeOffset? ReceivedBefore { get; init; }

    /// <summary>At most 999, so that a page without filters is one operation.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public string? After { get; init; }

    // The ledger's newest rows are keyed by the time of receipt, the newest first.
    internal string First => After is { } after ? $"{after}~" : ReceivedBefore is { } before ? $"r|{InvertedTime.FromTime(before)}~" : "r|";

    internal string Last => ReceivedFrom is { } from ? $"r|{InvertedTime.FromTime(from)}~" : "r~";

    internal bool Passes(FileRecord file) =>
        (Source is null || file.Source == Source)
        && (State is null || file.State == State)
        && (Fate is not { } fate || file.Fates.GetValueOrDefault(fate) > 0);
}

/// <summary>A page of the ledger, newest first, and where the next one starts (<c>null</c>: there is none).</summary>
public sealed record FilePage(IReadOnlyList<FileRecord> Items, string? Next);
