namespace Pipeline.Fuzz;

/// <summary>What a person may set about a run.</summary>
internal sealed record FuzzSettings
{
    public required TimeSpan Duration { get; init; }

    /// <summary>How many at the most.</summary>
    public required int Inputs { get; init; }

    public required int AtOnce { get; init; }

    public required int Seed { get; init; }

    public string? Only { get; init; }

    public required int PumpedPercent { get; init; }

    public required string Corpus { get; init; }

    public string? Keep { get; init; }
}
