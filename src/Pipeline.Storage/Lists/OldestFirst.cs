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
    private const int MaxRows = 1000;
    private const int Shrinking = 4;

    private readonly List<ArticleSummary> items = [];
    private int queries;

    /// <param name="months">The months that have articles, the oldest first.</param>
    /// <param name="cancellationToken">Stops between two queries.</param>
    public async Task<ListPage> ReadPageAsync(IEnumerable<string> months, CancellationToken cancellationToken)
    {
        var since = query.After is { } after ? InvertedTime.Read(after) : DateTimeOffset.MinValue;
        foreach (var month in months.Where(month => ListRows.StartAfter(month) > since))
        {
            var start = ListRows.StartOf(month);
            if (await ReadMonthAsync(month, start > since ? start : since, cancellationToken) is { } next)
                return new ListPage(items, next);
        }

        return new ListPage(items, null);
    }

    // Where to go on; null at the end of the month.
    private async Task<string?> ReadMonthAsync(string month, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var end = ListRows.StartAfter(month);
        for (var window = end - from; from < end;)
        {
            // Everything before this moment is read, and nothing at it.
            if (queries >= MaxQueries)
                return $"{InvertedTime.FromTime(from)}~";
            var rows = await ReadWindowAsync(month, from, from + window, cancellationToken);
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
            window = end - from < window ? end - from : window;
        }

        return null;
    }

    private bool IsBehind((string Position, ArticleSummary Article) row) =>
        query.After is null || string.CompareOrdinal(row.Position, query.After) < 0;

    // The oldest first; null where there are more than one answer holds.
    private async Task<IReadOnlyList<(string Position, ArticleSummary Article)>?> ReadWindowAsync(
        string month, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var isWhole = to - from <= new TimeSpan(1);
        foreach (var prefix in query.Prefixes)
        {
            queries++;
            var (newest, oldest) = ($"{prefix}{InvertedTime.FromTime(to)}~", $"{prefix}{InvertedTime.FromTime(from)}~");
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey gt {newest} and RowKey le {oldest}");
            var read = await table.ReadFirstPageAsync(filter, MaxRows, cancellationToken);
            if (read.Count >= MaxRows && !isWhole)
                return null;
            rows.AddRange(read);
        }

        return [.. rows.Select(row => (Position: ListRows.PositionOf(row), Article: ListRows.Read(row))).DistinctBy(row => row.Position)
            .OrderByDescending(row => row.Position, StringComparer.Ordinal)];
    }
}
