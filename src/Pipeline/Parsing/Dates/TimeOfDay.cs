using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>A time of day, with its distance from UTC, or its zone, where one is named.</summary>
internal sealed partial record TimeOfDay(TimeSpan SinceMidnight, TimeSpan? Offset, TimeZoneInfo? Zone)
{
    /// <summary>The time that stands in what is left of a date; midnight where none does, and <c>null</c> where the rest is something
    /// else.</summary>
    public static TimeOfDay? Read(string rest)
    {
        var found = Form().Match(rest);
        return found.Success ? From(found) : null;
    }

    /// <summary>The time with which the text begins, midnight where it begins with something else; and what follows.</summary>
    public static (TimeOfDay Time, string Behind) ReadStart(string rest) =>
        Start().Match(rest) is { Success: true } found && From(found) is { } time ? (time, rest[found.Length..])
            : (new TimeOfDay(TimeSpan.Zero, null, null), rest);

    private static TimeOfDay? From(Match found)
    {
        var hour = Hour(Number(found.Groups["h"]), found.Groups["half"].Value);
        var (minute, second) = (Number(found.Groups["m"]), Number(found.Groups["s"]));
        // ISO 8601 §4.2.3 has 24:00 for the end of a day, and 60 for a leap second.
        if (hour is null or > 24 || minute > 59 || second > 60 || hour == 24 && minute + second > 0)
            return null;
        var time = new TimeSpan(hour.Value, minute, Math.Min(second, 59));
        var zone = found.Groups["zone"].Value;
        return new TimeOfDay(time, ZoneOffset.Read(zone), PlaceZone.Find(zone));
    }

    private static int? Hour(int hour, string half) => (half, hour) switch
    {
        ("", _) => hour,
        ("am", 12) => 0,
        ("pm", < 12) => hour + 12,
        _ => hour,
    };

    private static int Number(Group group) =>
        group.Success && group.Length > 0 ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        ^[t_\s,.|–-]{0,20}(?:(?:at|um|a|as|la|las|le|les|alle|ore|om|kl\.?|klo|kell|godz\.?|plkst\.?|ob|o|u|i|v|в|во|о
          |στις|saat|pukul|jam|luc|בשעה|de|and|-)\s{1,9}){0,4}
        (?:(?<half>am|pm)\s{1,9}(?=\d))?
        (?:
          (?<h>\d{1,2}):(?<m>\d{1,2})(?::(?<s>\d{1,2})|(?<=:\d{2})(?<s>\d{2}))?(?:[.,:]\d{1,30})?(?:\s?(?:h|uhr|uur|hrs|ч|год)\b)?
        | (?<h>\d{1,2})\.(?<m>\d{2})(?:\.(?<s>\d{2}))?(?:\s?(?:h|uhr|uur|hrs|ч|год)\b)?
        | (?<h>\d{2})(?<m>\d{2})(?:(?<s>\d{2})(?:[.,]\d{1,30})?)?
        | (?<h>\d{1,2})\s?(?:h|uhr)(?:\s?(?<m>\d{2})(?:m(?:in)?)?)?(?![a-z])
        | (?<h>\d{1,2})(?=\s?[ap]m)
        | (?<=t)(?<h>\d{2})(?=$|z|[+-]\d)
        )?
        \s{0,9}(?<half>[ap]m(?![a-z]))?
        \s{0,9}(?:(?<zone>\[?[a-z]{1,5}\]?|мск
          |(?:gmt|utc|ut|z)?\s?[+-]\s?\d{1,2}(?::?\d{2})?(?:z|\s[a-z]{1,5})?
          |[a-z]{1,20}/[a-z_/+-]{1,40}\d{0,2}
          |[a-z]{1,20}(?:\s[a-z]{1,20}){0,2}\stime)(?:\[[a-z_/+-]{1,40}\d{0,2}\])?)?
        (?:\sm=[+-][\d.]{1,30})?\s{0,9}\.?$
        """, RegexOptions.IgnorePatternWhitespace, MatchTimeout)]
    private static partial Regex Form();

    // Inside a line a number alone is no time: it needs its minutes or its unit.
    [GeneratedRegex(
        """
        ^[t_\s,.|•·–—-]{0,20}(?:(?:at|um|a|as|la|las|le|les|alle|ore|om|kl\.?|klo|kell|godz\.?|plkst\.?|ob|o|u|i|v|в|во|о
          |στις|saat|pukul|jam|luc|בשעה)\s{1,9})?
        (?:(?<half>am|pm)\s{1,9}(?=\d))?
        (?:
          (?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2}))?(?:[.]\d{1,30})?(?![\d:])
        | (?<h>\d{1,2})\.(?<m>\d{2})(?![.\d])
        | (?<h>\d{1,2})\s?h\s?(?<m>\d{2})(?!\d)
        | (?<h>\d{1,2})(?=\s?[ap]m)
        )
        (?:\s?(?:h|uhr|uur|hrs|ч|год)\b\.?)?\s{0,9}(?<half>[ap]m(?![a-z]))?
        \s{0,9}(?<zone>(?:gmt|utc)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?(?![\p{L}\d])
          |z(?![\p{L}\d])|[+-]\d{2}:?\d{2}(?!\d)|(?:[cmp]|(?<=[ap]m\s?)e|[a-z]{2,4})t(?![a-z])|мск)?
        """, RegexOptions.IgnorePatternWhitespace, MatchTimeout)]
    private static partial Regex Start();
}
