using System.Globalization;

namespace Pipeline.Fuzz;

/// <summary>Counts what went in and what it cost, and keeps what did harm and what was slowest. For several threads.</summary>
/// <param name="keep">The folder for such inputs; <c>null</c> keeps none.</param>
/// <param name="output">Told of each harm, and of the totals.</param>
internal sealed class FuzzTally(string? keep, TextWriter output)
{
    private const int MaxPrinted = 20;

    private readonly Lock turn = new();
    private int mutated;
    private int pumped;
    private TimeSpan slowest;
    private long largest;

    public int Harmful { get; private set; }

    public void Count(FuzzTarget target, byte[] input, Measured cost, bool isPumped)
    {
        lock (turn)
        {
            (mutated, pumped) = isPumped ? (mutated, pumped + 1) : (mutated + 1, pumped);
            if (cost.Cpu > slowest)
                Keep($"slowest-{target.Name}", input);
            if (cost.Bytes > largest)
                Keep($"largest-{target.Name}", input);
            slowest = cost.Cpu > slowest ? cost.Cpu : slowest;
            largest = Math.Max(largest, cost.Bytes);
            if (cost.Harm is { } harm)
                Report(target, input, harm, cost.Thrown);
        }
    }

    /// <summary>Writes the totals so far.</summary>
    public void Tell()
    {
        lock (turn)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{mutated} mutated inputs, {pumped} pumped fields, {Harmful} that did harm; "
                + $"at the most {slowest.TotalSeconds:0.00} s and {largest / 1_000_000} MB"));
        }
    }

    private void Report(FuzzTarget target, byte[] input, string harm, Exception? thrown)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{++Harmful:D4}");
        Keep(name, input);
        if (Harmful <= MaxPrinted)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {harm}, {input.Length} bytes{Environment.NewLine}{thrown?.StackTrace}"));
    }

    private void Keep(string name, byte[] input)
    {
        if (keep is null)
            return;
        Directory.CreateDirectory(keep);
        File.WriteAllBytes(Path.Combine(keep, name), input);
    }
}
