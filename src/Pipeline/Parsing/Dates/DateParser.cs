using System.Globalization;
using Pipeline.Articles;

namespace Pipeline.Parsing.Dates;

/// <summary>
/// Reads a date in the spellings that feeds, posts, pages and wires use: RFC 822 and its successors, ISO 8601 and W3C-DTF,
/// localised month names, Unix seconds. A text that is none of these, or names no day that exists, is no date.
/// </summary>
internal static class DateParser
{
    // A published date is a line. Longer text is prose, and is not searched for dates.
    private const int LongestText = 100;

    /// <summary>The moment that <paramref name="text"/> names; <paramref name="zone"/> counts where it names no zone itself.</summary>
    public static PublishedDate? Parse(string? text, TimeZoneInfo zone)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > LongestText)
            return null;
        return DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new PublishedDate(at, trimmed)
            : null;
    }
}
