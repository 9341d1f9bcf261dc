namespace Pipeline.Benchmarks.Chaos;

/// <summary>How much goes in and how much goes wrong.</summary>
internal sealed record ChaosSize
{
    /// <summary>The average; the steps come at random.</summary>
    public static TimeSpan BetweenSteps => TimeSpan.FromMilliseconds(800);

    public required int Articles { get; init; }

    public required int Writers { get; init; }

    public required int Kills { get; init; }

    public required int Restarts { get; init; }

    public required double Faults { get; init; }

    public required TimeSpan Latency { get; init; }

    public required int Seed { get; init; }

    /// <summary>About how long it is disturbed.</summary>
    public TimeSpan Duration => BetweenSteps * (Kills + Restarts);

    /// <summary>How long from the beginning some of the wire is under embargo: it ends while all is disturbed.</summary>
    public static readonly TimeSpan Embargo = TimeSpan.FromSeconds(10);
}
