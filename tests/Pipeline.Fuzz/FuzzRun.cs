using System.Diagnostics;

namespace Pipeline.Fuzz;

/// <summary>Sends inputs through the targets, several at once, until the time is over or there were enough.</summary>
internal sealed class FuzzRun(FuzzSettings settings, TextWriter output)
{
    // Half of all inputs are files, which is where foreign bytes come in.
    private const int FileShare = 2;

    private static readonly TimeSpan ToldEvery = TimeSpan.FromMinutes(1);

    private readonly FuzzTarget[] targets = [.. FuzzTargets.All.Where(target => settings.Only is null || target.Name == settings.Only)];
    private readonly FuzzTally tally = new(settings.Keep, output);
    private readonly FuzzCorpus corpus = FuzzCorpus.Read(settings.Corpus);
    private int taken = -1;

    /// <summary>The exit code: 0 where no input did harm.</summary>
    public int Run(CancellationToken cancellationToken)
    {
        output.WriteLine($"seed {settings.Seed}, {settings.AtOnce} at once");
        var started = Stopwatch.GetTimestamp();
        using var told = new Timer(_ => tally.Tell(), null, ToldEvery, ToldEvery);
        var threads = Enumerable.Range(0, settings.AtOnce).Select(_ => new Thread(() => TakeAll(started, cancellationToken))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        tally.Tell();
        return tally.Harmful == 0 ? 0 : 1;
    }

    private void TakeAll(long started, CancellationToken cancellationToken)
    {
        while (Stopwatch.GetElapsedTime(started) < settings.Duration && !cancellationToken.IsCancellationRequested
            && Interlocked.Increment(ref taken) is var index && index < settings.Inputs)
            TakeOne(index);
    }

    // Each input has a seed of its own, so that a run can be repeated however its threads took turns.
    private void TakeOne(int index)
    {
        var random = new Random(HashOf(settings.Seed, index));
        var target = targets[random.Next(FileShare) == 0 ? 0 : random.Next(targets.Length)];
        var isPumped = random.Next(100) < settings.PumpedPercent;
        var mutation = new Mutation(corpus, random);
        var input = isPumped ? mutation.Pump() : mutation.Damage();
        // A second time, because the first one of a kind also compiles what it runs.
        var cost = Measured.TakePatiently(target, input);
        if (cost.Harm is not null && cost.Thrown is null)
            cost = Measured.TakePatiently(target, input);
        tally.Count(target, input, cost, isPumped);
    }

    private static int HashOf(int seed, int index) => unchecked((seed * 1_000_003) + index);
}
