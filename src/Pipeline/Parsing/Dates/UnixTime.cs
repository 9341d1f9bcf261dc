using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Seconds, or milliseconds, since 1970 (POSIX). Nine digits start in 1973; fewer are something else.</summary>
internal static partial class UnixTime
{
    public static DateTimeOffset? Read(string plain)
    {
        if (!Digits().IsMatch(plain))
            return null;
        var whole = plain.Split('.')[0];
        var number = long.Parse(whole, CultureInfo.InvariantCulture);
        return whole.Length >= 12 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
    }

    // Twelve digits from "20" on would be a basic ISO 8601 date with its time: a moment in milliseconds has thirteen since 2001.
    [GeneratedRegex(@"^(\d{9,10}|\d{13})(\.\d{1,9})?$")]
    private static partial Regex Digits();
}
