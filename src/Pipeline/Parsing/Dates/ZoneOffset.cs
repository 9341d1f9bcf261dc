using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>How far a zone is from UTC, by offset or by name.</summary>
internal static partial class ZoneOffset
{
    // RFC 822 §5.1 and the abbreviations that agencies write. Those that mean several zones (IST, BST of Asia) are left to their commonest
    // use in news.
    private static readonly Dictionary<string, double> Hours = new()
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["west"] = 1,
        ["bst"] = 1,
        ["ist"] = 5.5,
        ["cet"] = 1,
        ["cest"] = 2,
        ["met"] = 1,
        ["mest"] = 2,
        ["mez"] = 1,
        ["mesz"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["мск"] = 3,
        ["msd"] = 4,
        ["trt"] = 3,
        ["est"] = -5,
        ["edt"] = -4,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["ast"] = -4,
        ["adt"] = -3,
        ["nst"] = -3.5,
        ["ndt"] = -2.5,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
        ["brt"] = -3,
        ["brst"] = -2,
        ["art"] = -3,
        ["pkt"] = 5,
        ["hkt"] = 8,
        ["sgt"] = 8,
        ["awst"] = 8,
        ["jst"] = 9,
        ["kst"] = 9,
        ["acst"] = 9.5,
        ["aest"] = 10,
        ["aedt"] = 11,
        ["nzst"] = 12,
        ["nzdt"] = 13,
        ["sast"] = 2,
        ["wat"] = 1,
        ["cat"] = 2,
        ["eat"] = 3,
        ["gst"] = 4,
        ["npt"] = 5.75,
        ["ict"] = 7,
        ["wib"] = 7,
        ["wita"] = 8,
        ["wit"] = 9,
        ["pht"] = 8,
        ["cot"] = -5,
        ["pet"] = -5,
        ["clt"] = -4,
    };

    /// <summary><c>null</c> where the text names no zone that is known; "-0000" says that none is (RFC 2822 §3.3).</summary>
    public static TimeSpan? Read(string zone)
    {
        var name = zone.Trim('[', ']', ' ', '.');
        if (name.EndsWith(" time", StringComparison.Ordinal))
            name = Initials(name);
        if (name == "-0000")
            return null;
        if (Hours.TryGetValue(name, out var hours))
            return TimeSpan.FromHours(hours);
        return Offset().Match(name) is { Success: true } found ? OfOffset(found.Groups) : null;
    }

    // "central european summer time" is CEST.
    private static string Initials(string words) =>
        string.Concat(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    private static TimeSpan? OfOffset(GroupCollection parts)
    {
        var minutes = parts["m"].Success ? int.Parse(parts["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(int.Parse(parts["h"].ValueSpan, CultureInfo.InvariantCulture), minutes, 0);
        // The largest in use is +14:00 (Kiritimati); more is a slip of the pen.
        return offset > TimeSpan.FromHours(14) || minutes > 59 ? null : parts["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?:gmt|utc|ut|z)?\s?(?<sign>[+-])\s?(?<h>\d{1,2})(?::?(?<m>\d{2}))?(?:z|\s[a-z]{1,5})?$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Offset();
}
