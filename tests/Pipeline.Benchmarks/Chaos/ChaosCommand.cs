using System.CommandLine;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>The command line of the chaos run.</summary>
internal static class ChaosCommand
{
    public static Command Create()
    {
        var articles = new Option<int>(
            "--articles")
        { Description = "Articles in feeds; posts and wire items come beside them.", DefaultValueFactory = _ => 20 };
        var writers = new Option<int>("--writers") { Description = "How many processes take them in.", DefaultValueFactory = _ => 3 };
        var kills = new Option<int>("--kills") { Description = "How often one of them is killed.", DefaultValueFactory = _ => 12 };
        var restarts = new Option<int>(
            "--restarts")
        { Description = "How often the emulator is killed and started.", DefaultValueFactory = _ => 1 };
        var faults = new Option<double>(
            "--faults")
        { Description = "The share of storage requests that fail.", DefaultValueFactory = _ => 0.1 };
        var latency = new Option<int>(
            "--latency")
        { Description = "The longest delay of a request, in milliseconds.", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "Chooses the order of files and the faults.", DefaultValueFactory = _ => 1 };
        var command = new Command("chaos", "Takes files in while everything fails; any difference from an undisturbed run fails it.")
        {
            articles, writers, kills, restarts, faults, latency, seed,
        };
        command.SetAction(parsed => new ChaosRun(Console.Out, new ChaosSize
        {
            Articles = parsed.GetValue(articles),
            Writers = parsed.GetValue(writers),
            Kills = parsed.GetValue(kills),
            Restarts = parsed.GetValue(restarts),
            Faults = parsed.GetValue(faults),
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
            Seed = parsed.GetValue(seed),
        }).RunAsync());
        return command;
    }
}
