namespace Pipeline.Parsing.Dates;

/// <summary>A day found in a text, and the text without it, in which a time may stand.</summary>
internal sealed record FoundDay(int Year, int Month, int Day, string Rest)
{
    /// <summary>The day in the calendar; <c>null</c> for one that does not exist, as 30 February.</summary>
    public DateOnly? Date =>
        Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month)
            ? new DateOnly(Year, Month, Day) : null;

    /// <summary>A year in full: of two digits, 00 to 49 are in this century and 50 to 99 in the last; of three, from 1900 (RFC 2822
    /// §4.3).</summary>
    public static int FullYear(string digits) =>
        (digits.Length, int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)) switch
        {
            (2, < 50 and var year) => 2000 + year,
            (2 or 3, var year) => 1900 + year,
            (_, var year) => year,
        };
}
