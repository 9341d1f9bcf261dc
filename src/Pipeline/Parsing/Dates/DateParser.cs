using Pipeline.Articles;

namespace Pipeline.Parsing.Dates;

/// <summary>
/// Reads a date in the spellings that feeds, posts, pages and wires use: RFC 822 and its successors, ISO 8601 and W3C-DTF,
/// localised month names, Unix seconds. A text that is none of these, or names no day that exists, is no date.
/// </summary>
internal static class DateParser
{
    // A published date is a line. Longer text is prose, and is not searched for dates.
    private const int MaxTextLength = 100;

    /// <summary>The moment that <paramref name="text"/> names; <paramref name="zone"/> counts where it names no zone itself.</summary>
    public static PublishedDate? Parse(string? text, TimeZoneInfo zone)
    {
        var written = text?.Trim();
        if (string.IsNullOrEmpty(written) || written.Length > MaxTextLength)
            return null;
        var plain = DateText.Simplify(written);
        if (UnixTime.Read(plain) is { } moment)
            return new PublishedDate(moment, written);
        var day = NumericDay.Find(plain) ?? WordedDay.Find(plain);
        return day is not null && TimeOfDay.Read(WeekdayNames.Skip(day.Rest)) is { } time ? At(day, time, zone, written) : null;
    }

    private static PublishedDate? At(FoundDay day, TimeOfDay time, TimeZoneInfo zone, string written)
    {
        if (day.Date is not { } date)
            return null;
        try
        {
            var local = date.ToDateTime(TimeOnly.MinValue) + time.SinceMidnight;
            var offset = time.Offset ?? (time.Zone ?? zone).GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
            var at = new DateTimeOffset(local, offset).ToUniversalTime();
            // The first moment of the calendar is how Go and .NET write that there is no date.
            return at == DateTimeOffset.MinValue ? null : new PublishedDate(at, written, time.Offset is null && time.Zone is null);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and the last hours of the calendar, moved over its edge by their offset.
            return null;
        }
    }
}
