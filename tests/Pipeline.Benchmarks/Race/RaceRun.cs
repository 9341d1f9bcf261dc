using System.Diagnostics;

namespace Pipeline.Benchmarks.Race;

/// <summary>Drops every copy, lets all processes loose on the queue at the same moment, and judges what they leave.</summary>
internal sealed class RaceRun(string connection, RaceSize size, TextWriter output)
{
    private const int DropsAtOnce = 8;

    /// <summary>One race over tables of its own. False where anything is not as it must be.</summary>
    public async Task<bool> RunAsync(int run, CancellationToken cancellationToken)
    {
        var prefix = $"race{Environment.ProcessId}n{run}";
        await using var pipeline = PipelineInstance.Start(connection, prefix);
        await pipeline.Account.CreateAsync(cancellationToken);
        await DropAsync(pipeline, run, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var taken = await LetLooseAsync(prefix, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var verdict = new RaceVerdict(pipeline, size);
        var found = await verdict.JudgeAsync(cancellationToken);
        await output.WriteLineAsync(
            $"run {run}: {found}; {taken.Count} processes took {string.Join(' ', taken)} in {elapsed.TotalSeconds:F0} s");
        foreach (var failure in verdict.Failures.Take(20))
            await output.WriteLineAsync($"  wrong: {failure}");
        return verdict.Failures.Count == 0;
    }

    // Story by story, so that the copies of one are worked on at once, and in another order for each.
    private async Task DropAsync(PipelineInstance pipeline, int run, CancellationToken cancellationToken)
    {
        var random = new Random(run);
        var files = Enumerable.Range(1, size.Stories).SelectMany(story =>
        {
            var copies = Enumerable.Range(0, size.Copies).ToArray();
            random.Shuffle(copies);
            return copies.Select(copy => RaceCopy.File(story, copy));
        }).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = DropsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) => await pipeline.DropAsync(file.Path, file.Content, token));
    }

    private async Task<IReadOnlyList<int>> LetLooseAsync(string prefix, CancellationToken cancellationToken)
    {
        var processes = Enumerable.Range(0, size.Processes).Select(_ => RaceProcess.Start(connection, prefix)).ToList();
        try
        {
            await Task.WhenAll(processes.Select(process => process.ReadyAsync(cancellationToken)));
            processes.ForEach(process => process.Go());
            return await Task.WhenAll(processes.Select(process => process.EndAsync(cancellationToken)));
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }
}
