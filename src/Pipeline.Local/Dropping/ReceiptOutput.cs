using System.Text.Json;
using Pipeline.Http.Answers;
using Pipeline.Http.Files;
using Pipeline.Ledger;
using Pipeline.Local.Workspace;
using Spectre.Console;

namespace Pipeline.Local.Dropping;

/// <summary>Receipts for people and for programs.</summary>
internal static class ReceiptOutput
{
    /// <summary>An array of what <c>GET /api/files/{path}</c> answers.</summary>
    public static string Json(IEnumerable<FileReceipt> receipts) => JsonSerializer.Serialize(receipts, EndpointJson.Options);

    public static bool HasTrouble(FileReceipt receipt) =>
        receipt.File.State is FileState.Rejected or FileState.Failed || receipt.Entries.Any(IsTrouble);

    /// <summary>A row for each file, and below it one for each entry that did not become an article.</summary>
    public static void Write(IEnumerable<FileReceipt> receipts, IAnsiConsole console)
    {
        var table = new Table().RoundedBorder().AddColumns("File", "Format", "Fates", "Reason");
        foreach (var receipt in receipts)
        {
            table.AddRow(Cells(receipt.File.Path, receipt.File.Format, Fates(receipt.File), receipt.File.Reason));
            foreach (var entry in receipt.Entries.Where(IsTrouble))
                table.AddRow(Cells(
                    $"  {entry.Title ?? $"entry {entry.Origin.Index + 1}"}", null, entry.Fate.ToString().ToLowerInvariant(), entry.Reason));
        }

        console.Write(table);
    }

    private static bool IsTrouble(EntryResponse entry) => entry.Fate is Fate.Rejected or Fate.Failed;

    private static string Fates(FileRecord file) =>
        file.State == FileState.Settled && file.EntryCount > 0 ? FateCounts.Describe(file) : file.State.ToString().ToLowerInvariant();

    private static Spectre.Console.Text[] Cells(params string?[] cells) => [.. cells.Select(cell => new Spectre.Console.Text(cell ?? ""))];
}
