using System.Globalization;

namespace Pipeline.Storage.Lists;

/// <summary>What one partition of the lists holds: a month, or a day of a month in which much came.</summary>
/// <param name="Name">The partition: <c>yyyyMM</c> or <c>yyyyMMdd</c>.</param>
/// <param name="Start">The first moment that an article in it may be listed under.</param>
/// <param name="End">The first moment after it.</param>
internal sealed record ListPeriod(string Name, DateTimeOffset Start, DateTimeOffset End)
{
    private const string MonthFormat = "yyyyMM";
    private const string DayFormat = "yyyyMMdd";

    public static string MonthOf(DateTimeOffset time) => time.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);

    public static ListPeriod Month(string name)
    {
        var start = DateTimeOffset.ParseExact(name, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new(name, start, start.AddMonths(1));
    }

    public static ListPeriod Day(DateTimeOffset time)
    {
        var start = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return new(start.ToString(DayFormat, CultureInfo.InvariantCulture), start, start.AddDays(1));
    }
}
