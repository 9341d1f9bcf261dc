using Pipeline.Ledger;

namespace Pipeline.Http.Files;

/// <summary>A file's receipt: its row in the ledger, and the fate of each of its entries that has one.</summary>
public sealed record FileReceipt(FileRecord File, IReadOnlyList<EntryResponse> Entries)
{
    /// <summary>The versions of the file before the present one that are kept, newest first.</summary>
    public IReadOnlyList<EarlierVersion> Earlier { get; init; } = [];
}

/// <summary>A version of a file that was overwritten since.</summary>
/// <param name="Version">What to ask for with `version`.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="EntryCount">How many entries it had.</param>
public sealed record EarlierVersion(string Version, DateTimeOffset ReceivedAt, int EntryCount);
