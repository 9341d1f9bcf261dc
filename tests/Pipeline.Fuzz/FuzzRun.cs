using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Fuzz;

/// <summary>Sends inputs through the targets until the time is over.</summary>
internal sealed class FuzzRun(FuzzSettings settings, TextWriter output)
{
    private const int MaxPrinted = 20;

    // Half of all inputs are files, which is where foreign bytes come in.
    private const int FileShare = 2;

    private int mutated;
    private int pumped;
    private int harmful;
    private TimeSpan slowest;
    private long largest;

    /// <summary>The exit code: 0 where no input did harm.</summary>
    public int Run(CancellationToken cancellationToken)
    {
        Say($"seed {settings.Seed}");
        byte[][] corpus = [.. Directory.EnumerateFiles(settings.Corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];
        var random = new Random(settings.Seed);
        var mutation = new Mutation(corpus, random);
        FuzzTarget[] targets = [.. FuzzTargets.All.Where(target => settings.Only is null || target.Name == settings.Only)];
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < settings.Duration && !cancellationToken.IsCancellationRequested)
            TakeOne(targets[random.Next(FileShare) == 0 ? 0 : random.Next(targets.Length)], mutation,
                random.Next(100) < settings.PumpedPercent);
        var worst = string.Create(CultureInfo.InvariantCulture, $"{slowest.TotalSeconds:0.00} s and {largest / 1_000_000} MB");
        Say($"{mutated} mutated inputs, {pumped} pumped fields, {harmful} that did harm; at the most {worst}");
        return harmful == 0 ? 0 : 1;
    }

    private void TakeOne(FuzzTarget target, Mutation mutation, bool isPumped)
    {
        var input = isPumped ? mutation.Pump() : mutation.Damage();
        // A second time, because the first one of a kind also compiles what it runs.
        var cost = Measured.Take(target, input);
        if (cost.Harm is not null && cost.Thrown is null)
            cost = Measured.Take(target, input);
        (mutated, pumped) = isPumped ? (mutated, pumped + 1) : (mutated + 1, pumped);
        slowest = cost.Cpu > slowest ? cost.Cpu : slowest;
        largest = Math.Max(largest, cost.Bytes);
        if (cost.Harm is { } harm)
            Report(target, input, harm, cost.Thrown);
    }

    private void Report(FuzzTarget target, byte[] input, string harm, Exception? thrown)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{++harmful:D4}");
        if (settings.Keep is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name), input);
        }

        if (harmful <= MaxPrinted)
            Say($"{name}: {harm}, {input.Length} bytes{Environment.NewLine}{thrown?.StackTrace}");
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
