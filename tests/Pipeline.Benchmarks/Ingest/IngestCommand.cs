using System.CommandLine;

namespace Pipeline.Benchmarks.Ingest;

/// <summary>The command line of ingestion from dropped feeds to lists.</summary>
internal static class IngestCommand
{
    private static readonly Option<int> Articles = new("--articles")
    {
        Description = "How many articles are dropped into an empty store, 20 a feed; 0 leaves that part out.",
        DefaultValueFactory = _ => 5_000,
    };

    private static readonly Option<int> AtOnce = new(
        "--at-once")
    { Description = "Messages that are worked on at the same time, as by the host.", DefaultValueFactory = _ => 16 };

    private static readonly Option<int> Alone = new("--alone")
    {
        Description = "How many files are dropped one by one into Pipeline.Local, to measure when each can be read; 0 leaves that out.",
        DefaultValueFactory = _ => 40,
    };

    public static Command Create()
    {
        var command = new Command(
            "ingest",
            "Articles a second and operations from dropped feeds to lists, and how soon a file that is dropped alone can be read.")
        {
            Articles, AtOnce, Alone,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(Articles), parsed.GetValue(AtOnce), parsed.GetValue(Alone), cancellationToken));
        return command;
    }

    // Always 0: what is fast enough is for a person to say.
    private static async Task<int> RunAsync(int articles, int atOnce, int alone, CancellationToken cancellationToken)
    {
        if (articles > 0)
            await new IngestRun(Console.Out, articles, atOnce).RunAsync(cancellationToken);
        if (alone > 0)
            await new AloneRun(Console.Out, alone).RunAsync(cancellationToken);
        return 0;
    }
}
