using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Zones by the name of a place, as the IANA time zone database has them (<c>America/New_York</c>).</summary>
internal static partial class PlaceZone
{
    /// <summary><c>null</c> for a name without a slash, or one that this machine's database does not have.</summary>
    public static TimeZoneInfo? Find(string name) =>
        Full(name) is { } full && full.Contains('/', StringComparison.Ordinal)
            && TimeZoneInfo.TryFindSystemTimeZoneById(Written(full.Trim('[', ']')), out var zone) ? zone : null;

    // What America calls its zones in summer and in winter alike.
    private static string Full(string name) => name switch
    {
        "et" => "america/new_york",
        "ct" => "america/chicago",
        "mt" => "america/denver",
        "pt" => "america/los_angeles",
        _ => name,
    };

    // Dates are compared in lower case; the database is files, whose names have capitals.
    private static string Written(string name) => Word().Replace(name, found => found.Value switch
    {
        "gmt" or "utc" or "us" => found.Value.ToUpperInvariant(),
        "of" or "es" or "au" => found.Value,
        [var first, .. var rest] => char.ToUpperInvariant(first) + rest,
        _ => "",
    });

    [GeneratedRegex("[a-z]+", RegexOptions.None, MatchTimeout)]
    private static partial Regex Word();
}
