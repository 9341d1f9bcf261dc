using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>
/// Reads lists from their old end. A table is read in ascending order of keys, which is newest first, so a window of time is read at once
/// and turned round; one that holds more than an answer may is made smaller.
/// </summary>
internal sealed class OldestFirst(TableClient table, ListQuery query)
{
    private const int MaxQueries = 24;

    // While nothing was found: an empty page says nothing but that there is another one.
    private const int MaxEmptyQueries = 64;
    private const int Shrinking = 4;

    private readonly List<ArticleSummary> items = [];
    private int queries;

    /// <param name="periods">Those that may hold something, the oldest first.</param>
    /// <param name="cancellationToken">Stops between two queries.</param>
    public async Task<ListPage> ReadPageAsync(IEnumerable<ListPeriod> periods, CancellationToken cancellationToken)
    {
        var since = query.After is { } after ? InvertedTime.Read(after) : DateTimeOffset.MinValue;
        foreach (var period in periods.Where(period => period.End > since))
        {
            if (await ReadPeriodAsync(period, period.Start > since ? period.Start : since, cancellationToken) is { } next)
                return new ListPage(items, next);
        }

        return new ListPage(items, null);
    }

    // Where to go on; null at the end of the period.
    private async Task<string?> ReadPeriodAsync(ListPeriod period, DateTimeOffset from, CancellationToken cancellationToken)
    {
        for (var window = period.End - from; from < period.End;)
        {
            // Everything before this moment is read, and nothing at it.
            if (queries >= (items.Count > 0 ? MaxQueries : MaxEmptyQueries))
                return $"{InvertedTime.FromTime(from)}~";
            var rows = await ReadWindowAsync(period.Name, from, from + window, cancellationToken);
            if (rows is null)
            {
                window = new TimeSpan(Math.Max(1, window.Ticks / Shrinking));
                continue;
            }

            foreach (var (position, article) in rows.Where(IsBehind))
            {
                if (query.Passes(article))
                    items.Add(article);
                if (items.Count == query.Limit)
                    return position;
            }

            from += window;
            window = period.End - from < window ? period.End - from : window;
        }

        return null;
    }

    private bool IsBehind((string Position, ArticleSummary Article) row) =>
        query.After is null || string.CompareOrdinal(row.Position, query.After) < 0;

    // The oldest first; null where there are more than one answer holds.
    private async Task<IReadOnlyList<(string Position, ArticleSummary Article)>?> ReadWindowAsync(
        string period, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var isWhole = to - from <= new TimeSpan(1);
        foreach (var prefix in query.Prefixes)
        {
            queries++;
            var (newest, oldest) = ($"{prefix}{InvertedTime.FromTime(to)}~", $"{prefix}{InvertedTime.FromTime(from)}~");
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period} and RowKey gt {newest} and RowKey le {oldest}");
            var read = await table.ReadFirstPageAsync(filter, TableLimits.QueryRows, cancellationToken);
            if (read.Count >= TableLimits.QueryRows && !isWhole)
                return null;
            rows.AddRange(read);
        }

        return [.. rows.Select(row => (Position: ListRows.PositionOf(row), Article: ListRows.Read(row))).DistinctBy(row => row.Position)
            .OrderByDescending(row => row.Position, StringComparer.Ordinal)];
    }
}
