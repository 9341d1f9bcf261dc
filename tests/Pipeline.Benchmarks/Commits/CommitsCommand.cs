using System.CommandLine;
using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Commits;

/// <summary>The command line of the catalog's speed.</summary>
internal static class CommitsCommand
{
    private static readonly Option<int[]> Stores = new("--stores")
    {
        Description = "How many stores commit at once, a line for each number.",
        DefaultValueFactory = _ => [1, 2, 4, 8],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Latency = new(
        "--latency")
    { Description = "Milliseconds that a proxy adds to each operation.", DefaultValueFactory = _ => 6 };
    private static readonly Option<int> InFlight = new(
        "--in-flight")
    { Description = "Commits that each store has in flight.", DefaultValueFactory = _ => 24 };
    private static readonly Option<int> Seconds = new(
        "--seconds")
    { Description = "How long each line takes.", DefaultValueFactory = _ => 10 };

    public static Command Create()
    {
        var command = new Command(
            "commits", "Commits a second, operations a commit, waits and fairness of several stores over one catalog.")
        {
            Stores, Latency, InFlight, Seconds,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(Stores)!,
            TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
            parsed.GetValue(InFlight),
            TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        int[] stores, TimeSpan latency, int inFlight, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        using var proxy = new LatencyProxy(emulator.ConnectionString, latency);
        var run = new CommitsRun(proxy.ConnectionString, inFlight, duration, Console.Out);
        Console.WriteLine($"{latency.TotalMilliseconds} ms added to each operation, {inFlight} commits in flight in each store");
        Console.WriteLine(CommitsRun.Heading);
        var isWhole = true;
        foreach (var count in stores)
            isWhole &= await run.RunAsync(count, cancellationToken);
        return isWhole ? 0 : 1;
    }
}
