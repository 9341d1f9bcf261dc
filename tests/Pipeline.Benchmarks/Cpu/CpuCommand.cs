using System.CommandLine;

namespace Pipeline.Benchmarks.Cpu;

/// <summary>What an article and a feed cost the processor: enrichment, signatures, and a feed against a bare parse of it.</summary>
internal static class CpuCommand
{
    private static readonly Option<string> Corpus = new("--corpus") { Description = "The folder of the corpora.", Required = true };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often everything is measured; the least counts, as neighbours on the machine only add.",
        DefaultValueFactory = _ => 7,
    };

    public static Command Create()
    {
        var command = new Command("cpu", "Processor time of enrichment, of signatures, and of a feed of 100 full entries.")
        {
            Corpus, Rounds,
        };
        command.SetAction(parsed => new CpuRun(parsed.GetValue(Rounds), Console.Out).Measure(
            RealEntries.Read(parsed.GetValue(Corpus)!)));
        return command;
    }
}
