using System.CommandLine;
using Pipeline.Benchmarks.Commits;
using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Retaining;

/// <summary>The command line of retention's speed.</summary>
internal static class RetentionCommand
{
    private static readonly Option<int> Articles = new("--articles")
    {
        Description = "How many articles are stored and then expire, a tenth of them copies.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Latency = new("--latency")
    {
        Description = "Milliseconds that a proxy adds to each operation.",
        DefaultValueFactory = _ => 6,
    };

    public static Command Create()
    {
        var command = new Command("retention", "How many articles a second expire, and how many that is a day.") { Articles, Latency };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(Articles), TimeSpan.FromMilliseconds(parsed.GetValue(Latency)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int articles, TimeSpan latency, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        using var proxy = new LatencyProxy(emulator.ConnectionString, latency);
        Console.WriteLine($"{latency.TotalMilliseconds} ms added to each operation");
        var delayed = latency > TimeSpan.Zero ? proxy.ConnectionString : emulator.ConnectionString;
        var run = new RetentionRun(emulator.ConnectionString, delayed, latency, Console.Out);
        return await run.RunAsync(articles, cancellationToken) ? 0 : 1;
    }
}
