namespace Pipeline.Benchmarks.Chaos;

/// <summary>How much goes in and how much goes wrong.</summary>
internal sealed record ChaosSize
{
    public required int Articles { get; init; }

    public required int Writers { get; init; }

    public required int Kills { get; init; }

    public required int Restarts { get; init; }

    public required double Faults { get; init; }

    public required TimeSpan Latency { get; init; }

    public required int Seed { get; init; }
}
