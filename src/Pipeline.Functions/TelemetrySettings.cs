namespace Pipeline.Functions;

/// <summary>What an operator may set about telemetry.</summary>
public sealed record TelemetrySettings
{
    /// <summary>
    /// The share of traces that is sent, from 0 to 1 (default 1): a trace that is missing is an entry that nobody can look up. Left to
    /// itself, the exporter sends five traces a second and drops the others, the failed ones among them.
    /// </summary>
    public float SamplingRatio { get; init; } = 1;
}
