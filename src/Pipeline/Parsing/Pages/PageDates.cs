using System.Globalization;
using Pipeline.Articles;

namespace Pipeline.Parsing.Pages;

/// <summary>Dates as pages write them.</summary>
internal static class PageDates
{
    public static Func<string?, PublishedDate?> In(TimeZoneInfo zone) => text =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? new PublishedDate(new DateTimeOffset(moment.Kind == DateTimeKind.Utc ? moment : TimeZoneInfo.ConvertTimeToUtc(moment, zone)), text!, moment.Kind != DateTimeKind.Utc)
            : null;
}
