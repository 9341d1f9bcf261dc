using System.CommandLine;
using Pipeline.Http.Files;
using Pipeline.Local.Workspace;
using Spectre.Console;

namespace Pipeline.Local.Dropping;

/// <summary>The command line of <c>drop</c>.</summary>
internal static class DropCommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Source = new("--source")
    {
        Description = "The source that the files are from (default: a folder's own name; 'default' for a single file).",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the receipt as JSON." };

    private static readonly Option<bool> All = new("--all")
    {
        Description = $"Print a row for every file, not only for the first {ReceiptOutput.MaxRows}.",
    };

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var connection = CommonOptions.Connection();
        var command = new Command(
            "drop", "Uploads files, waits until each is done, and prints a receipt. Exit code 1: something was rejected or failed.")
        {
            Paths, Source, Json, All, data, connection,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            DroppedPaths.Find(parsed.GetValue(Paths)!, parsed.GetValue(Source)),
            Connections.Find(parsed.GetValue(connection), new DataFolder(parsed.GetValue(data)!)),
            parsed.GetValue(Json),
            parsed.GetValue(All),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<DroppedPath> paths, string connection, bool json, bool all, CancellationToken cancellationToken)
    {
        var receipts = await RunAsync(paths, connection, cancellationToken);
        if (json)
            Console.WriteLine(ReceiptOutput.Json(receipts));
        else
            ReceiptOutput.Write(receipts, all ? int.MaxValue : ReceiptOutput.MaxRows, AnsiConsole.Console);
        return receipts.Any(ReceiptOutput.HasTrouble) ? 1 : 0;
    }

    // Standard output has the receipt and nothing else, so that a program can read it.
    private static async Task<IReadOnlyList<FileReceipt>> RunAsync(
        IReadOnlyList<DroppedPath> paths, string connection, CancellationToken cancellationToken)
    {
        using var progress = new DropProgress(Console.Error, !Console.IsErrorRedirected);
        return await Drop.RunAsync(paths, connection, progress, cancellationToken);
    }
}
