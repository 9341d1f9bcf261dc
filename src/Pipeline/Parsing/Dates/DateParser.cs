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

    // A line of facts over an article: its place, its writer, its dates.
    private const int MaxLineLength = 250;
    private const int MaxDatesInLine = 4;

    private const string Numerals = "一二三四五六七八九十";

    /// <summary>The moment that <paramref name="text"/> names; <paramref name="zone"/> counts where it names no zone itself.</summary>
    public static PublishedDate? Parse(string? text, TimeZoneInfo zone) => Parse(text, zone, DateHints.None);

    /// <summary>The moment that <paramref name="text"/> names, with what is known from around it for spellings that mean two
    /// days.</summary>
    public static PublishedDate? Parse(string? text, TimeZoneInfo zone, DateHints hints)
    {
        var written = text?.Trim();
        if (string.IsNullOrEmpty(written) || written.Length > MaxTextLength)
            return null;
        var plain = DateText.Simplify(written);
        if (UnixTime.Read(plain) is { } moment)
            return new PublishedDate(moment, written);
        var day = NumericDay.Find(plain, hints) ?? WordedDay.Find(plain, hints);
        return day is not null && TimeOfDay.Read(WeekdayNames.Skip(day.Rest)) is { } time ? At(day, time, zone, written) : null;
    }

    /// <summary>
    /// The dates that stand with their year among other words in one line (<c>By Ida Vance, 3 Feb 2026, 9:15, updated 4 Feb 2026</c>),
    /// each with the words before it in lower case; none where the line is as long as prose.
    /// </summary>
    public static IReadOnlyList<(string Before, PublishedDate Date)> FindIn(string line, TimeZoneInfo zone, DateHints hints)
    {
        var found = new List<(string, PublishedDate)>();
        if (line.Length > MaxLineLength || !line.AsSpan().ContainsAnyInRange('0', '9') && !line.Any(c => char.IsDigit(c) || c is '年'))
            return found;
        var rest = DateText.Simplify(line.Trim());
        while (found.Count < MaxDatesInLine && FirstDay(rest, hints) is { } day)
        {
            var (time, behind) = TimeOfDay.ReadStart(WeekdayNames.Skip(day.Rest));
            if (At(day, time, zone, DateSpan(line)) is { } date)
                found.Add((day.Before, date));
            rest = behind;
        }

        return found;
    }

    // From the first number, or the month before it, to the last number: without labels, names and places.
    private static string DateSpan(string line)
    {
        var (start, end) = (0, line.Length - 1);
        while (start < end && !char.IsDigit(line[start]) && line[start] is not ('〇' or '二'))
            start++;
        while (end > start && !char.IsDigit(line[end])
            && !(char.IsDigit(line[end - 1]) && line[end] is '日' or '号' or '분' or '分')
            && !(line[end] is '日' && Numerals.Contains(line[end - 1], StringComparison.Ordinal)))
            end--;
        var words = line[..start].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && MonthNames.Number(DateText.Fold(words[^1].Trim('.', ','))) is not null)
            start = line.LastIndexOf(words[^1], start, StringComparison.Ordinal);
        return line[start..(end + 1)];
    }

    private static FoundDay? FirstDay(string plain, DateHints hints) =>
        (NumericDay.Search(plain, hints), WordedDay.Find(plain, hints)) switch
        {
            ({ } numbers, { } words) => numbers.Before.Length <= words.Before.Length ? numbers : words,
            var (numbers, words) => numbers ?? words,
        };

    private static PublishedDate? At(FoundDay day, TimeOfDay time, TimeZoneInfo zone, string written)
    {
        if (day.Date is not { } date)
            return null;
        try
        {
            var local = date.ToDateTime(TimeOnly.MinValue) + time.SinceMidnight;
            var offset = time.Offset ?? (time.Zone ?? zone).GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
            var at = new DateTimeOffset(local, offset).ToUniversalTime();
            // The first moment of the calendar is how Go and .NET write that there is no date, and that of 1970 how others do.
            var isNone = at == DateTimeOffset.MinValue || at == DateTimeOffset.UnixEpoch;
            return isNone ? null : new PublishedDate(at, written, time.Offset is null && time.Zone is null)
            {
                Day = DateOnly.FromDateTime(local) is var there && there != DateOnly.FromDateTime(at.DateTime) ? there : null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and the last hours of the calendar, moved over its edge by their offset.
            return null;
        }
    }
}
