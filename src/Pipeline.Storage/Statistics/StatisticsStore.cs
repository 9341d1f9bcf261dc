using Azure.Data.Tables;
using Pipeline.Clusters;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Ledger;

namespace Pipeline.Storage.Statistics;

/// <summary>
/// What came in by the hour, over the last week. A timer counts each hour from the ledger and the log until an hour after its end, and
/// keeps it as a row: each line of the log is read some nine times, a thousand with an operation, so that a commit costs less than a
/// hundredth of one whatever the rate. Nothing counts up as things come: an hour can be counted again at any time, with the same result.
/// </summary>
public sealed class StatisticsStore(StorageAccount account, LedgerStore ledger, ICatalogStore catalog, TimeProvider time)
{
    /// <summary>How far back figures go, in hours: a week.</summary>
    public const int MaxHours = 168;

    private const string Partition = "hours";
    private const string IsOpen = "IsOpen";

    // What a request may count itself: where more came in since the last hour that is closed, it shows what the timer counted.
    private const int MaxOperations = 5;

    // So many hours are counted at once and then saved, so that a run that is cut short has got somewhere.
    private const int MaxCounted = 6;

    // Entries that came late in an hour have their fates by then.
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TableClient table = account.Table(TableNames.Files);
    private readonly HourCounter counter = new(ledger, catalog);

    /// <summary>The hours of the last week, newest first and without a gap: fewer where the store is younger. Where little came in lately
    /// the newest are counted for the occasion; else they are as the timer last counted them.</summary>
    public async Task<IReadOnlyList<HourStatistics>> ReadAsync(CancellationToken cancellationToken)
    {
        var newest = HourStatistics.StartOfHour(time.GetUtcNow());
        var (hours, closed) = await ReadKnownAsync(newest, cancellationToken);
        var from = closed?.Hour + Hour ?? newest - ((MaxHours - 1) * Hour);
        if (await CountFewAsync(from, newest + Hour, closed?.Last, cancellationToken) is { } counted)
        {
            await SaveAsync([.. counted.Where(IsClosed)], cancellationToken);
            foreach (var hour in counted)
                hours[hour.Hour] = hour;
        }

        return [.. Enumerable.Range(0, MaxHours).Select(back => hours.GetValueOrDefault(newest - (back * Hour)))
            .SkipWhile(hour => hour is null).TakeWhile(hour => hour is not null).OfType<HourStatistics>()];
    }

    /// <summary>Counts every hour that is not closed yet, however much came in.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var newest = HourStatistics.StartOfHour(time.GetUtcNow());
        var (_, closed) = await ReadKnownAsync(newest, cancellationToken);
        var from = closed?.Hour + Hour ?? newest - ((MaxHours - 1) * Hour);
        var since = closed?.Last ?? await catalog.FindLastBeforeAsync(from, cancellationToken);
        while (from <= newest)
        {
            var end = from + (MaxCounted * Hour) < newest + Hour ? from + (MaxCounted * Hour) : newest + Hour;
            var counted = (await counter.CountAsync(from, end, since, int.MaxValue, cancellationToken))!;
            await SaveAsync(counted, cancellationToken);
            (from, since) = (end, counted[^1].Last ?? since);
        }
    }

    private async Task<(Dictionary<DateTimeOffset, HourStatistics> Hours, HourStatistics? Closed)> ReadKnownAsync(
        DateTimeOffset newest, CancellationToken cancellationToken)
    {
        var (hours, closed) = (new Dictionary<DateTimeOffset, HourStatistics>(), default(HourStatistics));
        var oldest = newest - (MaxHours * Hour);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {InvertedTime.FromTime(oldest)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, HourCounter.PageRows, cancellationToken: cancellationToken))
        {
            var hour = Compressed.Read(Compressed.Take(row), PipelineJson.Default.HourStatistics);
            hours[hour.Hour] = hour;
            // The newest comes first.
            if (row.GetBoolean(IsOpen) != true)
                closed ??= hour;
        }

        return (hours, closed);
    }

    private async Task<IReadOnlyList<HourStatistics>?> CountFewAsync(
        DateTimeOffset from, DateTimeOffset end, long? since, CancellationToken cancellationToken)
    {
        var head = await catalog.GetHeadAsync(cancellationToken);
        if (since is null && head > MaxOperations * HourCounter.PageRows)
            since = await catalog.FindLastBeforeAsync(from, cancellationToken);
        return head - (since ?? 0) > MaxOperations * HourCounter.PageRows ? null
            : await counter.CountAsync(from, end, since ?? 0, MaxOperations + 1, cancellationToken);
    }

    private bool IsClosed(HourStatistics hour) => hour.Hour + Open <= time.GetUtcNow();

    private async Task SaveAsync(IReadOnlyList<HourStatistics> hours, CancellationToken cancellationToken)
    {
        foreach (var some in hours.Chunk(TableLimits.TransactionRows))
            await table.SubmitTransactionAsync(
                some.Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(hour))), cancellationToken);
    }

    private TableEntity Row(HourStatistics hour)
    {
        var row = new TableEntity(Partition, InvertedTime.FromTime(hour.Hour)) { [IsOpen] = IsClosed(hour) ? null : true };
        Compressed.Put(row, Compressed.Compress(hour, PipelineJson.Default.HourStatistics));
        return row;
    }
}
