using Pipeline.Ledger;
using Pipeline.Local.Workspace;
using Spectre.Console;

namespace Pipeline.Local.Running;

/// <summary>What the person at the terminal reads: where to drop, where to read, and a line for each file.</summary>
internal sealed class Announcer
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());

    // A line for each file, however narrow the terminal: the terminal may wrap it, a search still finds it.
    public Announcer() => console.Profile.Width = int.MaxValue;

    public void Started(RunOptions options, IEnumerable<string> urls)
    {
        var url = urls.First();
        Line($"[green]{url}/[/]  the page. The pipeline runs; Ctrl-C stops it.");
        Line($"  drop    {options.Drop.EscapeMarkup()}{Path.DirectorySeparatorChar}<source>{Path.DirectorySeparatorChar}…");
        Line("          or: dotnet run --project src/Pipeline.Local -- drop PATH…");
        Line($"  read    {url}/api/articles");
        Line($"  ledger  {url}/api/files");
        Line(options.Connection is null ? $"  store   the emulator, in {options.Data.Emulator.EscapeMarkup()}"
            : "  store   the storage account that you named");
    }

    public void Stopping() => Line("Stopping. What is under way is finished first; the rest goes on at the next start.");

    public void Ended(FileRecord file)
    {
        var format = file.Format is null ? "" : $"[grey]{file.Format.EscapeMarkup()}[/]  ";
        Line($"{file.Path.EscapeMarkup()}  {format}{Outcome(file)}");
    }

    public void Fault(string what, Exception fault) =>
        Line($"[red]{what.EscapeMarkup()}:[/] {fault.Message.Split('\n')[0].Trim().EscapeMarkup()} [grey]It is tried again.[/]");

    private static string Outcome(FileRecord file) => file.State switch
    {
        FileState.Rejected => $"[yellow]rejected: {file.Reason.EscapeMarkup()}[/]",
        FileState.Failed => $"[red]failed: {file.Reason.EscapeMarkup()}[/] [grey]Drop it again to try again.[/]",
        FileState.Unpacked => $"unpacked, {string.Join(", ", file.Notes).EscapeMarkup()}",
        _ when file.EntryCount == 0 => "no entries",
        _ => FateCounts.Describe(file),
    };

    // Names and reasons come from strangers' files: a control character in one must not steer the terminal.
    private void Line(string markup) =>
        console.MarkupLine(string.Concat(markup.Select(character => char.IsControl(character) ? '\uFFFD' : character)));
}
