using System.Diagnostics;
using Pipeline.Ingestion;

namespace Pipeline.Benchmarks.Operations;

/// <summary>Measures each fate over a corpus of a given size.</summary>
internal sealed class OperationsRun(string connection, TextWriter output)
{
    private const int Story = 1;

    /// <summary>Operations for each article, by fate and kind.</summary>
    public async Task<IReadOnlyDictionary<Fate, IReadOnlyDictionary<string, double>>> MeasureAsync(int corpus, CancellationToken cancellationToken)
    {
        await using var pipeline = new BenchmarkPipeline(connection, $"ops{Environment.ProcessId}c{corpus}");
        await pipeline.Account.CreateAsync(cancellationToken);
        var cost = new FeedCost(pipeline);
        // The first file of a process also learns which months there are.
        await cost.OfAsync(new Feed("warm", Story + 100), "warm.xml", Fate.Stored, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await new CorpusFill(pipeline).FillAsync(corpus, Enumerable.Range(Story, Feed.Entries), cancellationToken);
        await output.WriteLineAsync($"catalog, lists, ledger and bands filled to {corpus} articles in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        var feed = new Feed("first", Story);
        return new Dictionary<Fate, IReadOnlyDictionary<string, double>>
        {
            [Fate.Stored] = await cost.OfAsync(feed, "new.xml", Fate.Stored, cancellationToken),
            [Fate.Unchanged] = await cost.OfAsync(feed, "again.xml", Fate.Unchanged, cancellationToken),
            [Fate.Duplicate] = await cost.OfAsync(feed with { Source = "second", Lag = TimeSpan.FromHours(1) }, "copies.xml", Fate.Duplicate, cancellationToken),
            [Fate.Revised] = await cost.OfAsync(feed with { LastSentence = "An earlier version named another bridge." }, "revised.xml", Fate.Revised, cancellationToken),
        };
    }
}
