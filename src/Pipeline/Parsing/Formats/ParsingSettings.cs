using Pipeline.Parsing.Files;

namespace Pipeline.Parsing.Formats;

/// <summary>What an operator may set about parsing.</summary>
public sealed record ParsingSettings
{
    public ParsingLimits Limits { get; init; } = new();

    /// <summary>IANA zone by source, for dates that name no zone; UTC for a source that is not named.</summary>
    public IReadOnlyDictionary<string, string> SourceZones { get; init; } = new Dictionary<string, string>();

    internal TimeZoneInfo ZoneOf(string source) =>
        SourceZones.TryGetValue(source, out var id) ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
}
