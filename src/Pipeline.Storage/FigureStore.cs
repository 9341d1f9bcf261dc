using Azure.Data.Tables;
using Pipeline.Articles;

namespace Pipeline.Storage;

/// <summary>
/// The <c>figures</c> table: totals for each source, and for each source and hour, folded from the log. The place up to which it was
/// folded is written in the same transaction as the totals, so that every change counts once whoever folds.
/// </summary>
public sealed class FigureStore(StorageAccount account, CatalogStore catalog)
{
    private const string Partition = "figures";
    private const string Cursor = "cursor";
    private const int MostRows = 90;
    private static readonly TimeSpan LongestLag = TimeSpan.FromHours(24);

    private readonly TableClient table = account.Table("figures");

    /// <summary>Counts what was committed since the last call. Returns how many changes that were.</summary>
    public async Task<int> FoldAsync(CancellationToken cancellationToken)
    {
        var folded = 0;
        while (true)
        {
            var cursor = await FindAsync(Cursor, cancellationToken) ?? new TableEntity(Partition, Cursor) { ["Sequence"] = 0L };
            var changes = await catalog.ChangesAsync(cursor.GetInt64("Sequence") ?? 0, 500, cancellationToken);
            if (changes.Count == 0)
                return folded;
            folded += await FoldAsync(cursor, changes, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<SourceFigures>> SourcesAsync(CancellationToken cancellationToken)
    {
        var rows = await QueryAsync("s|", "s~", cancellationToken);
        return [.. rows.Select(ReadSource).OrderBy(figures => figures.Source, StringComparer.Ordinal)];
    }

    /// <summary>The hours since <paramref name="from"/>, newest first, a row for each source that brought something.</summary>
    public async Task<IReadOnlyList<HourFigures>> HoursAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync("h|", $"h|{InvertedTime.Of(from)}~", cancellationToken);
        return [.. rows.Select(ReadHour)];
    }

    // As many changes as touch no more rows than a transaction holds; 0 where another instance folded them meanwhile.
    private async Task<int> FoldAsync(TableEntity cursor, IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var count = 0;
        foreach (var change in changes.TakeWhile(_ => rows.Count < MostRows))
        {
            Count(await RowAsync(rows, $"s|{StableHash.Id(change.Article.Source)}", cancellationToken), change);
            if (change.Kind is ChangeKind.New or ChangeKind.Released)
                CountHour(await RowAsync(rows, $"h|{InvertedTime.Of(HourOf(change.At))}|{StableHash.Id(change.Article.Source)}", cancellationToken), change);
            count++;
        }

        cursor["Sequence"] = changes[count - 1].Sequence;
        var moved = cursor.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, cursor)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, cursor, cursor.ETag);
        try
        {
            await table.SubmitTransactionAsync([moved, .. rows.Values.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellationToken);
            return count;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return 0;
        }
    }

    private async Task<TableEntity> RowAsync(Dictionary<string, TableEntity> rows, string key, CancellationToken cancellationToken) =>
        rows.TryGetValue(key, out var row) ? row : rows[key] = await FindAsync(key, cancellationToken) ?? new TableEntity(Partition, key);

    private static void Count(TableEntity row, ArticleChange change)
    {
        row["Source"] = change.Article.Source;
        row["FirstSeen"] ??= change.At;
        row["LastSeen"] = change.At;
        switch (change.Kind)
        {
            case ChangeKind.New or ChangeKind.Released:
                Add(row, change.Article.State == ArticleState.Duplicate ? "Duplicates" : "Articles", 1);
                if (change.Article.Published is { } published && change.At - published is var lag && lag >= TimeSpan.Zero && lag < LongestLag)
                {
                    row["LagSeconds"] = (row.GetDouble("LagSeconds") ?? 0) + lag.TotalSeconds;
                    Add(row, "LagCount", 1);
                }

                break;
            case ChangeKind.Revised:
                Add(row, "Revisions", 1);
                break;
            case ChangeKind.Withdrawn:
                Add(row, "Withdrawals", 1);
                break;
            default:
                break;
        }
    }

    private static void CountHour(TableEntity row, ArticleChange change)
    {
        row["Source"] = change.Article.Source;
        row["Hour"] = HourOf(change.At);
        Add(row, change.Article.State == ArticleState.Duplicate ? "Duplicates" : "Articles", 1);
    }

    private static void Add(TableEntity row, string name, long count) => row[name] = (row.GetInt64(name) ?? 0) + count;

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static SourceFigures ReadSource(TableEntity row) => new(row.GetString("Source"))
    {
        Articles = row.GetInt64("Articles") ?? 0,
        Duplicates = row.GetInt64("Duplicates") ?? 0,
        Revisions = row.GetInt64("Revisions") ?? 0,
        Withdrawals = row.GetInt64("Withdrawals") ?? 0,
        FirstSeen = row.GetDateTimeOffset("FirstSeen") ?? default,
        LastSeen = row.GetDateTimeOffset("LastSeen") ?? default,
        LagSeconds = row.GetDouble("LagSeconds") ?? 0,
        LagCount = row.GetInt64("LagCount") ?? 0,
    };

    private static HourFigures ReadHour(TableEntity row) => new(
        row.GetDateTimeOffset("Hour") ?? default, row.GetString("Source"), row.GetInt64("Articles") ?? 0, row.GetInt64("Duplicates") ?? 0);

    private async Task<TableEntity?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private async Task<List<TableEntity>> QueryAsync(string from, string to, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 1000, cancellationToken: cancellationToken))
            rows.Add(row);
        return rows;
    }
}
