using System.Diagnostics;
using Pipeline.Clusters;

namespace Pipeline.Benchmarks.Commits;

/// <summary>Several stores over one catalog, each as an instance of the app, that all commit as fast as they can.</summary>
internal sealed class CommitsRun(string connection, int inFlight, TimeSpan duration, TextWriter output)
{
    public const string Heading =
        "stores  commits/s  operations a commit  wait 50th  99th     worst     slowest store over median, fastest  log without a gap";

    /// <summary>One line of the table. False where the log has a gap, or not every commit.</summary>
    public async Task<bool> RunAsync(int stores, CancellationToken cancellationToken)
    {
        var prefix = $"commits{Environment.ProcessId}n{stores}";
        var instances = Enumerable.Range(0, stores).Select(_ => PipelineInstance.Start(connection, prefix)).ToList();
        await instances[0].Account.CreateAsync(cancellationToken);
        var loads = instances.Select((instance, index) => new CommitLoad(instance, $"store{index}", inFlight)).ToList();
        var operations = loads.Sum(load => load.Operations);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(loads.Select(load => load.RunAsync(duration, cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var spent = loads.Sum(load => load.Operations) - operations;
        var isWhole = await IsWholeAsync(instances[0].Get<ICatalogStore>(), loads.Sum(load => load.Waits.Count), cancellationToken);
        await WriteAsync(loads, elapsed, spent, isWhole);
        foreach (var instance in instances)
            await instance.DisposeAsync();
        return isWhole;
    }

    private async Task WriteAsync(List<CommitLoad> loads, TimeSpan elapsed, long operations, bool isWhole)
    {
        var waits = loads.SelectMany(load => load.Waits).Order().ToList();
        var counts = loads.Select(load => (double)load.Waits.Count).Order().ToList();
        await output.WriteLineAsync(
            $"{loads.Count,6}{waits.Count / elapsed.TotalSeconds,11:F0}{(double)operations / waits.Count,21:F2}"
            + $"{At(waits, 0.5),8:F0} ms{At(waits, 0.99),6:F0} ms{waits[^1],7:F0} ms{counts[0] / counts[counts.Count / 2],28:F2}"
            + $"{counts[0] / counts[^1],9:F2}{(isWhole ? "yes" : "NO"),19}");
    }

    private static async Task<bool> IsWholeAsync(ICatalogStore catalog, int commits, CancellationToken cancellationToken)
    {
        var (last, ids) = (0L, new HashSet<string>(StringComparer.Ordinal));
        while (await catalog.ListChangesAsync(last, 1000, cancellationToken) is { Count: > 0 } lines)
        {
            if (lines[0].Sequence != last + 1)
                return false;
            ids.UnionWith(lines.Select(line => line.Article.Id));
            last = lines[^1].Sequence;
        }

        return last == commits && ids.Count == commits;
    }

    private static double At(List<double> ordered, double share) => ordered[(int)((ordered.Count - 1) * share)];
}
