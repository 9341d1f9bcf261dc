using Pipeline.Ledger;

namespace Pipeline.Http.Files;

/// <summary>A file's receipt: its row in the ledger, and the fate of each of its entries that has one.</summary>
public sealed record FileResponse(FileRecord File, IReadOnlyList<EntryResponse> Entries);
