using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Lists;

/// <summary>How a month lies in the table. The date that an article is listed under decides on its partition, and that never
/// changes.</summary>
/// <param name="Name">The month.</param>
/// <param name="FirstSequence">The line of the log by which its first article came; <c>null</c> where an earlier release wrote it.</param>
/// <param name="DaysFrom">From here on each day has a partition of its own; <c>null</c> where the month is one.</param>
/// <param name="KnowsLists">Whether each list that it holds is registered. What an earlier release wrote is not.</param>
internal sealed record ListMonth(string Name, long? FirstSequence, DateTimeOffset? DaysFrom, bool KnowsLists)
{
    private const string First = "First";
    private const string Days = "DaysFrom";
    private const string Known = "KnowsLists";

    public DateTimeOffset End => ListPeriod.Month(Name).End;

    public ListPeriod PeriodOf(DateTimeOffset time) => time >= DaysFrom ? ListPeriod.Day(time) : WithoutDays;

    /// <summary>Its partitions up to a moment, the newest first.</summary>
    public IEnumerable<ListPeriod> ListPeriods(DateTimeOffset until)
    {
        for (var day = until < End ? until : End.AddTicks(-1); day >= DaysFrom; day = day.AddDays(-1))
            yield return ListPeriod.Day(day);
        if (WithoutDays.Start < WithoutDays.End)
            yield return WithoutDays;
    }

    public static ListMonth Read(TableEntity row) =>
        new(row.RowKey, row.GetInt64(First), row.GetDateTimeOffset(Days), row.GetBoolean(Known) ?? false);

    // Properties without a value are not stored.
    public TableEntity ToRow(ETag tag = default) =>
        new(ListRows.Months, Name) { [First] = FirstSequence, [Days] = DaysFrom, [Known] = KnowsLists, ETag = tag };

    private ListPeriod WithoutDays => ListPeriod.Month(Name) is var month && DaysFrom is { } days ? month with { End = days } : month;
}
