using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Seconds, milliseconds or microseconds since 1970 (POSIX). Nine digits start in 1973; fewer are something else.</summary>
internal static partial class UnixTime
{
    public static DateTimeOffset? Read(string plain)
    {
        if (!Digits().IsMatch(plain))
            return null;
        var whole = plain.Split('.')[0];
        var number = long.Parse(whole, CultureInfo.InvariantCulture);
        return whole.Length switch
        {
            16 => DateTimeOffset.FromUnixTimeMilliseconds(number / 1000),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => DateTimeOffset.FromUnixTimeSeconds(number),
        };
    }

    // Twelve digits from "20" on would be a basic ISO 8601 date with its time: a moment in milliseconds has thirteen since 2001.
    [GeneratedRegex(@"^(\d{9,10}|\d{13}|\d{16})(\.\d{1,9})?$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Digits();
}
