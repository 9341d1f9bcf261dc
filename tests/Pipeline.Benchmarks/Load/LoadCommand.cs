using System.CommandLine;

namespace Pipeline.Benchmarks.Load;

/// <summary>The command line of the endpoint's speed.</summary>
internal static class LoadCommand
{
    private static readonly Option<int> Articles = new(
        "--articles")
    { Description = "How many articles there are to read.", DefaultValueFactory = _ => 2_000 };
    private static readonly Option<int> Connections = new(
        "--connections")
    { Description = "How many clients ask at once.", DefaultValueFactory = _ => 16 };
    private static readonly Option<int> Seconds = new(
        "--seconds")
    { Description = "How long each kind of request is asked for.", DefaultValueFactory = _ => 10 };

    public static Command Create()
    {
        var command = new Command(
            "load", "Requests per second and latency of the read endpoint on loopback, beside the emulator's own.") { Articles, Connections,
                Seconds };
        command.SetAction((parsed, cancellationToken) => new LoadRun(
            Console.Out, parsed.GetValue(Articles), parsed.GetValue(Connections), TimeSpan.FromSeconds(parsed.GetValue(Seconds))).RunAsync(
                cancellationToken));
        return command;
    }
}
