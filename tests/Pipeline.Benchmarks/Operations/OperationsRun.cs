using System.Diagnostics;
using Pipeline.Ledger;

namespace Pipeline.Benchmarks.Operations;

/// <summary>
/// Measures each fate over a corpus of a given size. What most new articles are, alone in all their bands, is measured beside the
/// worst case, where other stories are in every one of them.
/// </summary>
internal sealed class OperationsRun(string connection, TextWriter output)
{
    private const int Story = 1;
    private const int StoryOfItsOwn = 51;

    /// <summary>Operations for each article, by case and kind.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>> MeasureAsync(
        int corpus, CancellationToken cancellationToken)
    {
        await using var pipeline = PipelineInstance.Start(connection, $"ops{Environment.ProcessId}c{corpus}");
        await pipeline.Account.CreateAsync(cancellationToken);
        var cost = new FeedCost(pipeline);
        // The first file of a process also learns which months there are.
        await cost.OfAsync(new Feed("warm", Story + 100), "warm.xml", Fate.Stored, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await new CorpusFill(pipeline).FillAsync(corpus, Enumerable.Range(Story, Feed.Entries), cancellationToken);
        await output.WriteLineAsync(
            $"catalog, lists, ledger and bands filled to {corpus} articles in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        var feed = new Feed("first", Story);
        return new Dictionary<string, IReadOnlyDictionary<string, double>>
        {
            ["new"] = await cost.OfAsync(new Feed("alone", StoryOfItsOwn), "alone.xml", Fate.Stored, cancellationToken),
            ["new, others in every band"] = await cost.OfAsync(feed, "new.xml", Fate.Stored, cancellationToken),
            ["unchanged"] = await cost.OfAsync(feed with { Fetch = 2 }, "new.xml", Fate.Unchanged, cancellationToken),
            ["unchanged, in another file"] = await cost.OfAsync(feed, "again.xml", Fate.Unchanged, cancellationToken),
            ["duplicate"] = await cost.OfAsync(
                feed with { Source = "second", Lag = TimeSpan.FromHours(1) }, "copies.xml", Fate.Duplicate, cancellationToken),
            ["revised, others in every band"] = await cost.OfAsync(
                feed with { LastSentence = "An earlier version named another bridge." }, "revised.xml", Fate.Revised, cancellationToken),
        };
    }
}
