using System.Text.RegularExpressions;
using Pipeline.Bounds;

namespace Pipeline.Fuzz;

/// <summary>What one input cost.</summary>
/// <param name="Cpu">Processor time of the thread.</param>
/// <param name="Bytes">Memory that was allocated, whether it was given back or not.</param>
/// <param name="Thrown">What escaped.</param>
internal sealed record Measured(TimeSpan Cpu, long Bytes, Exception? Thrown)
{
    public static readonly TimeSpan MaxCpu = TimeSpan.FromSeconds(2);
    public const long MaxBytes = 300_000_000;

    // What a host does too with an expression that ran out of time without using the processor: see CpuBudget.
    private const int MaxTries = 20;

    /// <summary>Takes it, and again where the machine stopped it half-way.</summary>
    public static Measured TakePatiently(FuzzTarget target, byte[] input)
    {
        var cost = Take(target, input);
        for (var tries = 1; tries < MaxTries && cost.Thrown is RegexMatchTimeoutException; tries++)
            cost = Take(target, input);
        return cost;
    }

    private static Measured Take(FuzzTarget target, byte[] input)
    {
        var (bytes, started) = (GC.GetAllocatedBytesForCurrentThread(), ThreadCpuClock.Elapsed);
        Exception? thrown = null;
        try
        {
            target.Take(input);
        }
        catch (Exception escaped)
        {
            thrown = escaped;
        }

        return new Measured(ThreadCpuClock.Elapsed - started, GC.GetAllocatedBytesForCurrentThread() - bytes, thrown);
    }

    /// <summary>In words; <c>null</c> where it did none.</summary>
    public string? Harm => Thrown is not null ? $"escaped: {Thrown.GetType().Name}: {Thrown.Message}"
        : Cpu > MaxCpu ? $"took {Cpu.TotalSeconds:0.0} s"
        : Bytes > MaxBytes ? $"allocated {Bytes / 1_000_000} MB"
        : null;
}
