using System.Globalization;

namespace Pipeline.Parsing.Dates;

/// <summary>A day found in a text, and the text behind it, in which a time may stand.</summary>
internal sealed record FoundDay(int Year, int Month, int Day, string Rest)
{
    // No news is of the years that these calendars have in common with ours.
    private const int FirstBuddhistYear = 2443;
    private const int BuddhistYears = 543;

    private static readonly PersianCalendar Persian = new();

    /// <summary>The text before the day.</summary>
    public string Before { get; init; } = "";

    /// <summary>
    /// The day in the calendar; <c>null</c> for one that does not exist, as 30 February. Years from 1300 to 1499 are those of Iran's
    /// solar calendar, and from 2443 on of Thailand's Buddhist one, which has our months.
    /// </summary>
    public DateOnly? Date => Year switch
    {
        >= 1300 and < 1500 => Month is >= 1 and <= 12 && Day >= 1 && Day <= Persian.GetDaysInMonth(Year, Month)
            ? new DateOnly(Year, Month, Day, Persian) : null,
        >= FirstBuddhistYear and < 3000 => Gregorian(Year - BuddhistYears, Month, Day),
        _ => Gregorian(Year, Month, Day),
    };

    private static DateOnly? Gregorian(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    /// <summary>A year in full: of two digits, 00 to 49 are in this century and 50 to 99 in the last; of three, from 1900 (RFC 2822
    /// §4.3).</summary>
    public static int FullYear(string digits) => (digits.Length, int.Parse(digits, CultureInfo.InvariantCulture)) switch
    {
        (2, < 50 and var year) => 2000 + year,
        (2 or 3, var year) => 1900 + year,
        (_, var year) => year,
    };
}
