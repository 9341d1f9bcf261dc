using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>
/// The months that there are. One in which much comes goes on by days: a partition takes so many rows a second and no more, and what
/// reads or moves one should not meet hundreds of millions of rows. Small months stay whole, as a page would else read many partitions.
/// </summary>
internal sealed class ListMonths(TableClient table, TimeProvider time)
{
    // About ten million rows. A month that gets there within days would hold hundreds of millions.
    private const long MaxCommits = 1_000_000;

    // How long this process may go without knowing that a month is split, and how long before its first day that is decided.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Notice = TimeSpan.FromHours(3);

    private readonly ConcurrentDictionary<string, (ListMonth Month, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>The partition of what is listed under a moment. No operation where this process knows the month.</summary>
    public async Task<ListPeriod> FindAsync(DateTimeOffset listedAt, CancellationToken cancellationToken)
    {
        var name = ListPeriod.MonthOf(listedAt);
        var month = FindKnown(name) ?? await ReadAsync(name, cancellationToken) ?? new ListMonth(name, null, null, false);
        return month.PeriodOf(listedAt);
    }

    /// <summary>The same before something is written there.</summary>
    /// <param name="listedAt">The moment.</param>
    /// <param name="sequence">The line of the log that is to be listed.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public async Task<ListPeriod> RegisterAsync(DateTimeOffset listedAt, long sequence, CancellationToken cancellationToken)
    {
        var name = ListPeriod.MonthOf(listedAt);
        var month = FindKnown(name) ?? await AddAsync(new ListMonth(name, sequence, null, KnowsLists: true), cancellationToken);
        if (month.DaysFrom is null && sequence - month.FirstSequence > MaxCommits)
            await SplitAsync(month, cancellationToken);
        return month.PeriodOf(listedAt);
    }

    /// <summary>Every month. One operation.</summary>
    public async Task<IReadOnlyList<ListMonth>> ListAsync(CancellationToken cancellationToken)
    {
        var months = new List<ListMonth>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {ListRows.Months}"), TableLimits.QueryRows,
            cancellationToken: cancellationToken))
            months.Add(ListMonth.Read(row));
        return months;
    }

    // A month that was over when it was read does not change any more.
    private ListMonth? FindKnown(string name) =>
        known.TryGetValue(name, out var entry) && (entry.Month.End < entry.At || time.GetUtcNow() - entry.At < Fresh) ? entry.Month : null;

    private async Task<ListMonth?> ReadAsync(string name, CancellationToken cancellationToken) =>
        await table.FindAsync(ListRows.Months, name, cancellationToken) is { } row ? Remember(ListMonth.Read(row)) : null;

    private async Task<ListMonth> AddAsync(ListMonth month, CancellationToken cancellationToken)
    {
        if (await ReadAsync(month.Name, cancellationToken) is { } found)
            return found;
        try
        {
            await table.AddEntityAsync(month.ToRow(), cancellationToken);
            return Remember(month);
        }
        catch (RequestFailedException added) when (added.IsConflict())
        {
            return await ReadAsync(month.Name, cancellationToken) ?? month;
        }
    }

    // From a day on of which no article can be listed yet, and which every instance hears of before.
    private async Task SplitAsync(ListMonth month, CancellationToken cancellationToken)
    {
        var from = ListPeriod.Day(time.GetUtcNow() + Notice).End;
        if (from >= month.End || from < ListPeriod.Month(month.Name).Start)
            return;
        var row = await table.FindAsync(ListRows.Months, month.Name, cancellationToken);
        if (row is null || Remember(ListMonth.Read(row)) is not { DaysFrom: null } whole)
            return;
        try
        {
            var split = whole with { DaysFrom = from };
            await table.UpdateEntityAsync(split.ToRow(), row.ETag, TableUpdateMode.Replace, cancellationToken);
            Remember(split);
        }
        catch (RequestFailedException raced) when (raced.IsConflict())
        {
            // Another instance splits it.
        }
    }

    private ListMonth Remember(ListMonth month)
    {
        known[month.Name] = (month, time.GetUtcNow());
        return month;
    }
}
