namespace Pipeline.Enrichment.Steps;

/// <summary>What an operator may set about enrichment.</summary>
public sealed record EnrichmentSettings
{
    /// <summary>Processor time that one entry may cost (default 10 seconds: a hundred times what the longest articles take).</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reading speed for languages that count words.</summary>
    public int WordsPerMinute { get; init; } = 230;

    /// <summary>Reading speed for languages that count characters.</summary>
    public int CharactersPerMinute { get; init; } = 400;
}
