namespace Pipeline.Enrichment.Steps;

/// <summary>What an operator may set about enrichment.</summary>
public sealed record EnrichmentSettings
{
    /// <summary>Reading speed for languages that count words.</summary>
    public int WordsPerMinute { get; init; } = 230;

    /// <summary>Reading speed for languages that count characters.</summary>
    public int CharactersPerMinute { get; init; } = 400;
}
