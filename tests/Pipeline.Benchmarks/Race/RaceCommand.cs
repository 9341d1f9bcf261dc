using System.CommandLine;
using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Race;

/// <summary>Races copies of the same stories through several processes over one storage account.</summary>
internal static class RaceCommand
{
    public const string Name = "race";
    public const string WorkerName = "worker";
    public const string ConnectionVariable = "AzureWebJobsStorage";

    private static readonly Option<int> Processes = new(
        "--processes")
    { Description = "Processes that share the queue.", DefaultValueFactory = _ => 8 };
    private static readonly Option<int> Stories = new("--stories") { Description = "Stories.", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> Copies = new(
        "--copies")
    { Description = "Copies of each story, each from a source of its own.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Runs = new(
        "--runs")
    { Description = "Races, each over tables of its own.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Connection = new(
        "--connection")
    { Description = "A storage account's connection string (default: an emulator)." };

    public static Command Create()
    {
        var command = new Command(
            Name, "Races copies of the same stories through several processes: one cluster for each story, or exit code 1.")
        {
            Processes, Stories, Copies, Runs, Connection, Worker(),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new RaceSize(parsed.GetValue(Processes), parsed.GetValue(Stories), parsed.GetValue(Copies)),
            parsed.GetValue(Runs),
            parsed.GetValue(Connection),
            cancellationToken));
        return command;
    }

    private static Command Worker()
    {
        var prefix = new Argument<string>("prefix");
        var worker = new Command(WorkerName) { prefix };
        worker.Hidden = true;
        worker.SetAction((parsed, cancellationToken) => RaceProcess.ServeAsync(
            Environment.GetEnvironmentVariable(ConnectionVariable)!, parsed.GetValue(prefix)!, cancellationToken));
        return worker;
    }

    private static async Task<int> RunAsync(RaceSize size, int runs, string? connection, CancellationToken cancellationToken)
    {
        await using var emulator = connection is null ? await Emulator.StartAsync(dataFolder: null, cancellationToken) : null;
        var race = new RaceRun(connection ?? emulator!.ConnectionString, size, Console.Out);
        var lost = 0;
        for (var run = 1; run <= runs; run++)
            lost += await race.RunAsync(run, cancellationToken) ? 0 : 1;
        Console.WriteLine(
            $"{runs - lost} of {runs} races as they must be: {size.Processes} processes, {size.Stories} stories, "
            + $"{size.Copies} copies each");
        return lost == 0 ? 0 : 1;
    }
}
