using System.CommandLine;
using Pipeline.Local.Emulation;
using Kinds = System.Collections.Generic.IReadOnlyDictionary<string, double>;

namespace Pipeline.Benchmarks.Operations;

/// <summary>Storage operations for each article at two sizes of the corpus, which must be the same.</summary>
internal static class OperationsCommand
{
    private const int SmallCorpus = 1000;

    // Which writes of a feed's ten entries meet in one transaction depends on the moment.
    private const double MaxDifference = 0.5;

    private static readonly Option<int> Corpus = new("--corpus")
    {
        Description = $"The size to compare with a corpus of {SmallCorpus} articles.",
        DefaultValueFactory = _ => 50_000,
    };

    public static Command Create()
    {
        var command = new Command(
            "operations",
            "Counts storage operations per article by kind and case at two sizes of the corpus: the same, or exit code 1.") { Corpus };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Corpus), Console.Out, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int corpus, TextWriter output, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        var run = new OperationsRun(emulator.ConnectionString, output);
        var small = await run.MeasureAsync(SmallCorpus, cancellationToken);
        var large = await run.MeasureAsync(corpus, cancellationToken);
        await output.WriteLineAsync($"\n{"operations per article",-38}{$"at {SmallCorpus}",10}{$"at {corpus}",10}");
        foreach (var name in small.Keys)
            Print(output, name, small[name], large[name]);
        var isSame = small.Keys.All(name => Math.Abs(small[name].Values.Sum() - large[name].Values.Sum()) <= MaxDifference);
        await output.WriteLineAsync(isSame ? "\nthe same at both sizes" : "\nNOT the same at both sizes");
        return isSame ? 0 : 1;
    }

    private static void Print(TextWriter output, string what, Kinds small, Kinds large)
    {
        Line(what, small.Values.Sum(), large.Values.Sum());
        foreach (var kind in small.Keys.Union(large.Keys).Order(StringComparer.Ordinal))
            Line($"  {kind}", small.GetValueOrDefault(kind), large.GetValueOrDefault(kind));

        void Line(string name, double atSmall, double atLarge) => output.WriteLine($"{name,-38}{atSmall,10:F1}{atLarge,10:F1}");
    }
}
