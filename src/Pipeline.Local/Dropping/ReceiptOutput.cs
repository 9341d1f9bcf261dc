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
    /// <summary>The rows that are printed where nobody asks for more: about a screen.</summary>
    public const int MaxRows = 20;

    /// <summary>An array of what <c>GET /api/files/{path}</c> answers.</summary>
    public static string Json(IEnumerable<FileReceipt> receipts) => JsonSerializer.Serialize(receipts, EndpointJson.Options);

    public static bool HasTrouble(FileReceipt receipt) =>
        receipt.File.State is FileState.Rejected or FileState.Failed || receipt.Entries.Any(IsTrouble);

    /// <summary>
    /// A row for each file, those with trouble first, and below it one for each entry that did not become an article, as many as
    /// asked for; then how many there are of everything.
    /// </summary>
    public static void Write(IReadOnlyList<FileReceipt> receipts, int maxRows, IAnsiConsole console)
    {
        var rows = receipts.OrderByDescending(HasTrouble).SelectMany(WriteRows).ToList();
        var table = new Table().RoundedBorder().AddColumns("File", "Format", "Fates", "Reason");
        foreach (var row in rows.Take(maxRows))
            table.AddRow(row);
        console.Write(table);
        if (rows.Count > maxRows)
            console.WriteLine($"{rows.Count - maxRows} more rows; --all prints them.");
        console.WriteLine($"{receipts.Count} files, {Counts(receipts)}");
    }

    private static IEnumerable<Spectre.Console.Text[]> WriteRows(FileReceipt receipt) =>
        receipt.Entries.Where(IsTrouble).Select(entry => Cells(
            $"  {entry.Title ?? $"entry {entry.Origin.Index + 1}"}", null, entry.Fate.ToString().ToLowerInvariant(), entry.Reason))
            .Prepend(Cells(receipt.File.Path, receipt.File.Format, Fates(receipt.File), receipt.File.Reason));

    /// <summary>How many files there are with trouble, and how many entries of each fate.</summary>
    public static string Counts(IReadOnlyCollection<FileReceipt> receipts)
    {
        var fates = receipts.SelectMany(receipt => receipt.File.Fates).GroupBy(fate => fate.Key)
            .Select(group => $"{group.Sum(fate => fate.Value)} {group.Key.ToString().ToLowerInvariant()}");
        return $"{receipts.Count(HasTrouble)} with trouble: {string.Join(", ", fates.DefaultIfEmpty("no entries"))}";
    }

    private static bool IsTrouble(EntryResponse entry) => entry.Fate is Fate.Rejected or Fate.Failed;

    private static string Fates(FileRecord file) =>
        file.State == FileState.Settled && file.EntryCount > 0 ? FateCounts.Describe(file) : file.State.ToString().ToLowerInvariant();

    private static Spectre.Console.Text[] Cells(params string?[] cells) => [.. cells.Select(cell => new Spectre.Console.Text(cell ?? ""))];
}
