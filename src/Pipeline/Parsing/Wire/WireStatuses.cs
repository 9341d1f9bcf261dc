using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the facts that decide whether an item may be published. What cannot be understood means held.</summary>
internal static class WireStatuses
{
    /// <summary>The status of a word of the IPTC's <c>pubstatusg2</c> vocabulary; usable where there is none, withheld for any other
    /// word.</summary>
    public static WireStatus Parse(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        null or "usable" => WireStatus.Usable,
        "canceled" or "cancelled" => WireStatus.Canceled,
        _ => WireStatus.Withheld,
    };

    /// <summary>The embargo that a stated text means: an empty one, or one that is no date, has no end.</summary>
    public static Embargo EmbargoOf(string? text, TimeZoneInfo zone) => new(DateParser.Parse(text ?? "", zone)?.At);

    /// <summary>A version number; 1 where none can be read (NewsML-G2 §5.4).</summary>
    public static int Version(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 1;

    /// <summary>An urgency from 1 to 9.</summary>
    public static int? Urgency(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9 ? urgency : null;
}
