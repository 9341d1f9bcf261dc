using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Zones whose distance from UTC depends on the day: by the name of a place, as the IANA time zone database has them
/// (<c>America/New_York</c>), and those of North America, which leave out whether it is summer (<c>ET</c>).</summary>
internal static partial class PlaceZone
{
    private static readonly Dictionary<string, string> American = new()
    {
        ["et"] = "america/new_york",
        ["eastern time"] = "america/new_york",
        ["ct"] = "america/chicago",
        ["central time"] = "america/chicago",
        ["mt"] = "america/denver",
        ["mountain time"] = "america/denver",
        ["pt"] = "america/los_angeles",
        ["pacific time"] = "america/los_angeles",
    };

    /// <summary><c>null</c> for a name that is none of America's and has no slash, or that this machine's database does not have.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        var place = American.GetValueOrDefault(name) ?? name;
        return place.Contains('/', StringComparison.Ordinal)
            && TimeZoneInfo.TryFindSystemTimeZoneById(Written(place.Trim('[', ']')), out var zone) ? zone : null;
    }

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
