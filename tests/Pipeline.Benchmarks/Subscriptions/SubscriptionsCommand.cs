using System.CommandLine;
using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Subscriptions;

/// <summary>What a round costs in which no feed has changed.</summary>
internal static class SubscriptionsCommand
{
    private static readonly Option<int> Feeds = new("--feeds")
    {
        Description = "How many are followed, each on a host of its own.",
        DefaultValueFactory = _ => 10_000,
    };

    public static Command Create()
    {
        var command = new Command(
            "subscriptions",
            "Operations and time of a round in which every feed is due and none has changed, and of one in which none is due.")
        {
            Feeds,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Feeds), Console.Out, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int feeds, TextWriter output, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        await using var web = await UnchangedWeb.StartAsync(cancellationToken);
        await using var run = await SubscriptionsRun.StartAsync(emulator.ConnectionString, web, output, cancellationToken);
        await run.FollowAsync(feeds, cancellationToken);
        var blobs = await run.MeasureAsync($"{feeds} feeds due, none changed", cancellationToken);
        await run.MeasureAsync("none due", cancellationToken);
        await output.WriteLineAsync($"requests: {web.Requests}, answered with 304: {web.Unchanged}");
        return web.Unchanged == feeds && blobs == 0 ? 0 : 1;
    }
}
