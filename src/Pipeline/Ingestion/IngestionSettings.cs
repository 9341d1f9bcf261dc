using Pipeline.Clusters;

namespace Pipeline.Ingestion;

/// <summary>What an operator may set about the stages.</summary>
public sealed record IngestionSettings
{
    /// <summary>How far back near duplicates are looked for, by when the pipeline first saw them (default 30 days): publication dates may
    /// lie years back in an archive.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromDays(30);

    /// <summary>A policy by source; a source that is not named has none.</summary>
    public IReadOnlyDictionary<string, SourcePolicy> Policies { get; init; } = new Dictionary<string, SourcePolicy>();

    /// <summary>Sources whose withdrawals count for the articles of every source, as an agency's may for its clients; otherwise each
    /// withdraws its own.</summary>
    public IReadOnlyList<string> MayWithdraw { get; init; } = [];

    /// <summary>How old a file without a settled ledger row must be before the sweep takes it up (default 2 minutes).</summary>
    public TimeSpan SweepAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many files one sweep lists, at 5,000 an operation (default 500,000); the next one goes on where it stopped.</summary>
    public int SweepFiles { get; init; } = 500_000;

    /// <summary>How long a file may wait for its entries' fates before they are sent again (default 30 minutes).</summary>
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How often what failed at every try of the host is tried once more before its fate is failed (default 5): with the pauses
    /// between, of 5, 10, 20 and 40 minutes, an outage of an hour costs nothing.
    /// </summary>
    public int PoisonTries { get; init; } = 5;

    /// <summary>How long an article is kept after its last change; <c>null</c> (the default) for ever.</summary>
    public TimeSpan? Retention { get; init; }
}
