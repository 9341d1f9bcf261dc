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
public sealed class FigureStore(StorageAccount account, LedgerStore ledger, CatalogStore catalog, TimeProvider time)
{
    /// <summary>How far back figures go, in hours: a week.</summary>
    public const int MostHours = 168;

    private const string Partition = "hours";

    // What one reading may cost for files and as much for commits: 40,000 of each. What is left is counted by the next.
    private const int MostPages = 40;
    private const int PageRows = 1000;

    // Entries that came late in an hour have their fates by then.
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TableClient table = account.Table("files");

    /// <summary>The hours of the last week, newest first and without a gap: fewer where the store is younger, or where more came in than one reading may count.</summary>
    public async Task<IReadOnlyList<HourFigures>> ReadAsync(CancellationToken cancellationToken)
    {
        var newest = HourFigures.Of(time.GetUtcNow());
        var known = await KnownAsync(newest - (MostHours * Hour), cancellationToken);
        var hours = new List<HourFigures>();
        while (hours.Count < MostHours)
        {
            var next = newest - (hours.Count * Hour);
            if (known.TryGetValue(next, out var row))
            {
                hours.Add(row);
                continue;
            }

            var oldest = next;
            while (!known.ContainsKey(oldest - Hour) && newest - oldest < (MostHours - 1) * Hour)
                oldest -= Hour;
            var counted = await CountAsync(oldest, next, hours.Count == 0 ? null : hours[^1].Before, cancellationToken);
            hours.AddRange(counted);
            if (counted.Count == 0 || counted[^1].Hour > oldest)
                break;
        }

        return hours;
    }

    private async Task<IReadOnlyDictionary<DateTimeOffset, HourFigures>> KnownAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<DateTimeOffset, HourFigures>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {InvertedTime.Of(from)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
        {
            var hour = Compressed.Read(Compressed.Take(row), PipelineJson.Default.HourFigures);
            rows[hour.Hour] = hour;
        }

        return rows;
    }

    // The hours from `newest` back to `oldest`, or as far as one reading may go, newest first.
    private async Task<IReadOnlyList<HourFigures>> CountAsync(
        DateTimeOffset oldest, DateTimeOffset newest, long? last, CancellationToken cancellationToken)
    {
        var before = last ?? await catalog.HeadAsync(cancellationToken);
        var (files, filesFrom) = await FilesAsync(oldest, newest + Hour, cancellationToken);
        var (changes, changesFrom) = await ChangesAsync(oldest, before, cancellationToken);
        var whole = filesFrom > changesFrom ? filesFrom : changesFrom;
        var (received, committed) = (files.ToLookup(file => HourFigures.Of(file.ReceivedAt)), changes.ToLookup(change => HourFigures.Of(change.At)));
        var hours = new List<HourFigures>();
        for (var hour = newest; hour >= whole; hour -= Hour)
        {
            before = committed[hour].Select(change => change.Sequence - 1).Append(before).Min();
            hours.Add(HourFigures.Count(hour, before, received[hour], committed[hour]));
        }

        await KeepAsync([.. hours.Where(hour => hour.Hour + Open <= time.GetUtcNow())], cancellationToken);
        return hours;
    }

    // The files of the hours, and the hour from which on they are all there.
    private async Task<(IReadOnlyList<FileRecord> Files, DateTimeOffset From)> FilesAsync(
        DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var files = new List<FileRecord>();
        var query = new FileQuery { ReceivedFrom = from, ReceivedBefore = before, Limit = PageRows - 1 };
        for (var pages = MostPages; pages > 0; pages--)
        {
            var page = await ledger.FilesAsync(query, cancellationToken);
            files.AddRange(page.Items);
            if (page.Next is null)
                return (files, from);
            query = query with { After = page.Next };
        }

        return (files, HourFigures.Of(files[^1].ReceivedAt) + Hour);
    }

    // What was committed in the hours, block by block back from `last`, and the hour from which on it is all there.
    private async Task<(IReadOnlyList<ArticleChange> Changes, DateTimeOffset From)> ChangesAsync(
        DateTimeOffset from, long last, CancellationToken cancellationToken)
    {
        var changes = new List<ArticleChange>();
        for (var pages = MostPages; pages > 0 && last > 0; pages--)
        {
            var first = Math.Max(0, last - PageRows);
            var block = (await catalog.ChangesAsync(first, (int)(last - first), cancellationToken)).Where(change => change.Sequence <= last).ToList();
            changes.AddRange(block.Where(change => change.At >= from));
            // Lines that have expired are older than any hour that is still counted.
            if (block.Count == 0 || block[0].Sequence != first + 1 || block[0].At < from)
                return (changes, from);
            last = first;
        }

        return (changes, last == 0 ? from : HourFigures.Of(changes.Min(change => change.At)) + Hour);
    }

    private async Task KeepAsync(IReadOnlyList<HourFigures> hours, CancellationToken cancellationToken)
    {
        // A transaction holds 100 rows.
        foreach (var some in hours.Chunk(100))
            await table.SubmitTransactionAsync(some.Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(hour))), cancellationToken);
    }

    private static TableEntity Row(HourFigures hour)
    {
        var row = new TableEntity(Partition, InvertedTime.Of(hour.Hour));
        Compressed.Put(row, Compressed.Of(hour, PipelineJson.Default.HourFigures));
        return row;
    }
}
