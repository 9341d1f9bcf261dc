using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Storage.Statistics;

/// <summary>
/// What came in by the hour, over the last week. An hour is counted from the ledger and the log until an hour after its end, and then
/// kept as a row, so that reading a week costs one query and the two newest hours, however much came in. Nothing counts up as things
/// come: an hour can be counted again at any time, with the same result.
/// </summary>
public sealed class StatisticsStore(StorageAccount account, LedgerStore ledger, CatalogStore catalog, TimeProvider time)
{
    /// <summary>How far back figures go, in hours: a week.</summary>
    public const int MaxHours = 168;

    private const string Partition = "hours";

    // What one reading may cost for files and as much for commits: 40,000 of each. What is left is counted by the next.
    private const int MaxPages = 40;
    private const int PageRows = 1000;

    // Entries that came late in an hour have their fates by then.
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TableClient table = account.Table(TableNames.Files);

    /// <summary>The hours of the last week, newest first and without a gap: fewer where the store is younger, or where more came in than
    /// one reading may count.</summary>
    public async Task<IReadOnlyList<HourStatistics>> ReadAsync(CancellationToken cancellationToken)
    {
        var newest = HourStatistics.StartOfHour(time.GetUtcNow());
        var known = await ReadKnownAsync(newest - (MaxHours * Hour), cancellationToken);
        var hours = new List<HourStatistics>();
        while (hours.Count < MaxHours)
        {
            var next = newest - (hours.Count * Hour);
            if (known.TryGetValue(next, out var row))
            {
                hours.Add(row);
                continue;
            }

            var oldest = next;
            while (!known.ContainsKey(oldest - Hour) && newest - oldest < (MaxHours - 1) * Hour)
                oldest -= Hour;
            var counted = await CountAsync(oldest, next, hours.Count == 0 ? null : hours[^1].Before, cancellationToken);
            hours.AddRange(counted);
            if (counted.Count == 0 || counted[^1].Hour > oldest)
                break;
        }

        return hours;
    }

    private async Task<IReadOnlyDictionary<DateTimeOffset, HourStatistics>> ReadKnownAsync(
        DateTimeOffset from, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<DateTimeOffset, HourStatistics>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {InvertedTime.FromTime(from)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
        {
            var hour = Compressed.Read(Compressed.Take(row), PipelineJson.Default.HourStatistics);
            rows[hour.Hour] = hour;
        }

        return rows;
    }

    // The hours from `newest` back to `oldest`, or as far as one reading may go, newest first.
    private async Task<IReadOnlyList<HourStatistics>> CountAsync(
        DateTimeOffset oldest, DateTimeOffset newest, long? last, CancellationToken cancellationToken)
    {
        var before = last ?? await catalog.GetHeadAsync(cancellationToken);
        var (files, filesFrom) = await ListFilesAsync(oldest, newest + Hour, cancellationToken);
        var (changes, changesFrom) = await ListChangesAsync(oldest, before, cancellationToken);
        var whole = filesFrom > changesFrom ? filesFrom : changesFrom;
        var (received, committed) = (files.ToLookup(file => HourStatistics.StartOfHour(file.ReceivedAt)),
            changes.ToLookup(change => HourStatistics.StartOfHour(change.At)));
        var hours = new List<HourStatistics>();
        for (var hour = newest; hour >= whole; hour -= Hour)
        {
            before = committed[hour].Select(change => change.Sequence - 1).Append(before).Min();
            hours.Add(HourStatistics.Count(hour, before, received[hour], committed[hour]));
        }

        await SaveHoursAsync([.. hours.Where(hour => hour.Hour + Open <= time.GetUtcNow())], cancellationToken);
        return hours;
    }

    // The files of the hours, and the hour from which on they are all there.
    private async Task<(IReadOnlyList<FileRecord> Files, DateTimeOffset From)> ListFilesAsync(
        DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var files = new List<FileRecord>();
        var query = new FileQuery { ReceivedFrom = from, ReceivedBefore = before, Limit = PageRows - 1 };
        for (var pages = MaxPages; pages > 0; pages--)
        {
            var page = await ledger.ListFilesAsync(query, cancellationToken);
            files.AddRange(page.Items);
            if (page.Next is null)
                return (files, from);
            query = query with { After = page.Next };
        }

        return (files, HourStatistics.StartOfHour(files[^1].ReceivedAt) + Hour);
    }

    // What was committed in the hours, block by block back from `last`, and the hour from which on it is all there.
    private async Task<(IReadOnlyList<ArticleChange> Changes, DateTimeOffset From)> ListChangesAsync(
        DateTimeOffset from, long last, CancellationToken cancellationToken)
    {
        var changes = new List<ArticleChange>();
        for (var pages = MaxPages; pages > 0 && last > 0; pages--)
        {
            var first = Math.Max(0, last - PageRows);
            var block = (await catalog.ListChangesAsync(first, (int)(last - first), cancellationToken)).Where(
                change => change.Sequence <= last).ToList();
            changes.AddRange(block.Where(change => change.At >= from));
            // Lines that have expired are older than any hour that is still counted.
            if (block.Count == 0 || block[0].Sequence != first + 1 || block[0].At < from)
                return (changes, from);
            last = first;
        }

        return (changes, last == 0 ? from : HourStatistics.StartOfHour(changes.Min(change => change.At)) + Hour);
    }

    private async Task SaveHoursAsync(IReadOnlyList<HourStatistics> hours, CancellationToken cancellationToken)
    {
        // A transaction holds 100 rows.
        foreach (var some in hours.Chunk(100))
            await table.SubmitTransactionAsync(
                some.Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(hour))), cancellationToken);
    }

    private static TableEntity Row(HourStatistics hour)
    {
        var row = new TableEntity(Partition, InvertedTime.FromTime(hour.Hour));
        Compressed.Put(row, Compressed.Compress(hour, PipelineJson.Default.HourStatistics));
        return row;
    }
}
