using System.CommandLine;
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

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var connection = CommonOptions.Connection();
        var command = new Command(
            "drop", "Uploads files, waits until each is done, and prints a receipt. Exit code 1: something was rejected or failed.")
        {
            Paths, Source, Json, data, connection,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            DroppedPaths.Find(parsed.GetValue(Paths)!, parsed.GetValue(Source)),
            Connections.Find(parsed.GetValue(connection), new DataFolder(parsed.GetValue(data)!)),
            parsed.GetValue(Json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<DroppedPath> paths, string connection, bool json, CancellationToken cancellationToken)
    {
        // Progress goes where it does not get into what a program reads.
        var progress =
            json ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : AnsiConsole.Console;
        var receipts = await Drop.RunAsync(paths, connection, progress, cancellationToken);
        if (json)
            Console.WriteLine(ReceiptOutput.Json(receipts));
        else
            ReceiptOutput.Write(receipts, AnsiConsole.Console);
        return receipts.Any(ReceiptOutput.HasTrouble) ? 1 : 0;
    }
}
