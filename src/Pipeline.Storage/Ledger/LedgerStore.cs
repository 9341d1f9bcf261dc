using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Ledger;

/// <summary>
/// The ledger. Table <c>files</c> has one partition with a file's row, its place among the newest, a row for each earlier
/// version that is kept, a mark while it is not settled, and the last file of a series, written together, and a row that says how far the
/// last sweep came. Table
/// <c>fates</c> has a partition for each
/// version of a file and a row for each entry, and one for each name of an entry that became no article.
/// </summary>
public sealed class LedgerStore(StorageAccount account, TimeProvider time) : ILedgerStore
{
    private const string Partition = "files";
    private const string SweepKey = "sweep";
    private const string TriedKey = "tried";
    private const int MaxScanned = 5000;

    /// <summary>How many entries one look at what is settled finds at most.</summary>
    public const int SettledAtOnce = TableLimits.QueryRows;

    private readonly TableClient files = account.Table(TableNames.Files);
    private readonly TableClient fates = account.Table(TableNames.Fates);
    private readonly PackedFates packed = new(account.Table(TableNames.Fates));
    private readonly SharedTransactions sharedFates = new(account.Table(TableNames.Fates), time);

    public async Task<FileRecord?> FindFileAsync(string path, CancellationToken cancellationToken) =>
        (await FindRowAsync(path, cancellationToken))?.File;

    public async Task<LedgerRow?> FindRowAsync(string path, CancellationToken cancellationToken) =>
        await files.FindAsync(Partition, FileKey(path), cancellationToken) is { } row ? new LedgerRow(Read(row), row.ETag.ToString())
            : null;

    public async Task<FileRecord?> FindLastOfSeriesAsync(string series, CancellationToken cancellationToken) =>
        await files.FindAsync(Partition, SeriesKey(series), cancellationToken) is { } row ? Read(row) : null;

    public async Task RecordFileAsync(FileRecord record, CancellationToken cancellationToken) =>
        await RecordFileAsync(record, await FindRowAsync(record.Path, cancellationToken), cancellationToken);

    public async Task RecordFileAsync(FileRecord record, LedgerRow? known, CancellationToken cancellationToken)
    {
        // Where another delivery of the same file recorded it meanwhile, what it wrote has to be read to be replaced.
        while (!await TryRecordFileAsync(record, known, cancellationToken))
            known = await FindRowAsync(record.Path, cancellationToken);
        if (known is not null && known.File.Version != record.Version)
        {
            // Of the versions before the present one the count of what was not new is enough.
            if (known.File.Fates.GetValueOrDefault(Fate.Unchanged) is > 1 and var unchanged)
                await packed.DeleteAsync(FateRows.GetPartition(record.Path, known.File.Version), unchanged, cancellationToken);
            await ForgetVersionsAsync(record, cancellationToken);
        }
    }

    public async Task<FileRecord?> FindVersionAsync(string path, string version, CancellationToken cancellationToken)
    {
        if (await FindFileAsync(path, cancellationToken) is { } present && present.Version == version)
            return present;
        return (await ListVersionsAsync(path, cancellationToken)).FirstOrDefault(file => file.Version == version);
    }

    /// <summary>The versions of the file before the present one that are kept, newest first. One operation.</summary>
    public async Task<IReadOnlyList<FileRecord>> ListVersionsAsync(string path, CancellationToken cancellationToken)
    {
        var versions = new List<FileRecord>();
        await foreach (var row in ReadAsync(files, VersionRange(path), cancellationToken))
            versions.Add(Read(row));
        return versions;
    }

    /// <summary>The entry's fate in a row of its own, or <c>null</c>. One operation.</summary>
    public async Task<EntryFate?> FindFateAsync(EntryOrigin origin, CancellationToken cancellationToken)
    {
        var key = FateRows.CreateRow(origin);
        return await fates.FindAsync(key.PartitionKey, key.RowKey, cancellationToken) is { } row ? FateRows.Read(row) : null;
    }

    /// <summary>The entry's fate, packed or not, or <c>null</c>. Two operations at most, for a file of up to a thousand entries.</summary>
    public async Task<EntryFate?> FindAnyFateAsync(EntryOrigin origin, CancellationToken cancellationToken) =>
        await FindFateAsync(origin, cancellationToken)
        ?? await packed.FindAsync(FateRows.GetPartition(origin.Path, origin.FileVersion), origin, cancellationToken);

    public async Task EraseTitlesAsync(string articleId, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        foreach (var range in (string[])[Range("r|", "r~"), Range("v|", "v~")])
        {
            await foreach (var row in ReadAsync(files, range, cancellationToken))
            {
                var file = Read(row);
                if (!sources.Contains(file.Source))
                    continue;
                await EraseTitlesAsync(file, articleId, cancellationToken);
            }
        }
    }

    private async Task EraseTitlesAsync(FileRecord file, string articleId, CancellationToken cancellationToken)
    {
        var partition = FateRows.GetPartition(file.Path, file.Version);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in ReadAsync(fates, filter, cancellationToken))
        {
            var isPacked = PackedFates.IsPacked(row);
            var some = isPacked ? PackedFates.Read(row) : [FateRows.Read(row)];
            if (!some.Any(fate => fate.ArticleId == articleId && (fate.Title ?? fate.EntryHash) is not null))
                continue;
            IReadOnlyList<EntryFate> erased = [.. some.Select(
                fate => fate.ArticleId == articleId ? fate with { Title = null, EntryHash = null } : fate)];
            var without = isPacked ? PackedFates.Write(row, erased) : FateRows.CreateRow(erased[0]);
            await fates.UpdateEntityAsync(without, ETag.All, TableUpdateMode.Replace, cancellationToken);
        }
    }

    public async Task RecordFateAsync(EntryFate fate, CancellationToken cancellationToken)
    {
        try
        {
            await sharedFates.SubmitAsync([new(TableTransactionActionType.Add, FateRows.CreateRow(fate))], cancellationToken);
        }
        catch (RequestFailedException recorded) when (recorded.Status == 409)
        {
            // A repetition: the first fate stands.
        }
    }

    public async Task RecordNamesAsync(IReadOnlyList<string> names, EntryOrigin origin, CancellationToken cancellationToken)
    {
        foreach (var name in names)
            await fates.UpsertEntityAsync(EntryNameRows.CreateRow(name, origin), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The entry that last came to nothing under the name, or <c>null</c>. One operation.</summary>
    public async Task<EntryOrigin?> FindNamedAsync(string name, CancellationToken cancellationToken)
    {
        var key = EntryNameRows.GetKey(name);
        return await fates.FindAsync(key, key, cancellationToken) is { } row ? EntryNameRows.Read(row) : null;
    }

    public Task DeleteFateAsync(EntryOrigin origin, CancellationToken cancellationToken) =>
        fates.DeleteEntityAsync(FateRows.CreateRow(origin), ETag.All, cancellationToken);

    public async Task<IReadOnlyList<EntryFate>> ListFatesAsync(string path, string version, CancellationToken cancellationToken)
    {
        var found = new List<EntryFate>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {FateRows.GetPartition(path, version)}");
        await foreach (var row in ReadAsync(fates, filter, cancellationToken))
            found.AddRange(PackedFates.IsPacked(row) ? PackedFates.Read(row) : [FateRows.Read(row)]);
        return [.. found.DistinctBy(fate => fate.Origin.Index).OrderBy(fate => fate.Origin.Index)];
    }

    /// <summary>Which entries have a fate of their own, by their indexes, from one on: as many as one query finds. One operation.</summary>
    public async Task<IReadOnlyList<int>> ListSettledAsync(string path, string version, int from, CancellationToken cancellationToken)
    {
        var first = FateRows.CreateRow(new EntryOrigin(path, version, from));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {first.PartitionKey} and RowKey ge {first.RowKey} and RowKey lt {PackedFates.FirstKey(first.PartitionKey)}");
        await foreach (var page
            in fates.QueryAsync<TableEntity>(filter, SettledAtOnce, ["RowKey"], cancellationToken).AsPages())
            return [.. page.Values.Select(FateRows.GetIndex)];
        return [];
    }

    public Task PackUnchangedAsync(IReadOnlyList<EntryFate> unchanged, CancellationToken cancellationToken) => packed.PackAsync(
        FateRows.CreateRow(unchanged[0].Origin).PartitionKey, unchanged,
        [.. unchanged.Select(fate => FateRows.CreateRow(fate.Origin))], cancellationToken);

    public async Task<IReadOnlyList<FileRecord>> ListUnsettledAsync(CancellationToken cancellationToken)
    {
        var open = new List<FileRecord>();
        await foreach (var row in ReadAsync(files, Range("o|", "o~"), cancellationToken))
            open.Add(Read(row));
        return open;
    }

    public async Task<SweepPosition> GetSweepAsync(CancellationToken cancellationToken) =>
        await files.FindAsync(Partition, SweepKey, cancellationToken) is { } row
            ? new(row.GetDateTimeOffset("Until"), row.GetDateTimeOffset("Round"), row.GetString("Next")) : new(null, null, null);

    public Task RecordSweepAsync(SweepPosition position, CancellationToken cancellationToken) => files.UpsertEntityAsync(
        new TableEntity(Partition, SweepKey) { ["Until"] = position.Until, ["Round"] = position.Round, ["Next"] = position.Next },
        TableUpdateMode.Replace,
        cancellationToken);

    public async Task<IReadOnlyCollection<string>> ListTriedAsync(CancellationToken cancellationToken) =>
        (await files.FindAsync(Partition, TriedKey, cancellationToken))?.GetString("Paths")?.Split('\n') ?? [];

    // A path may hold any character; one with a line break in it is not found again, which only costs it its place at the end.
    public Task RecordTriedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) => files.UpsertEntityAsync(
        new TableEntity(Partition, TriedKey) { ["Paths"] = string.Join('\n', paths) }, TableUpdateMode.Replace, cancellationToken);

    /// <summary>A page of files, newest first. A filter is applied to at most 5,000 rows a page.</summary>
    public async Task<FilePage> ListFilesAsync(FileQuery query, CancellationToken cancellationToken)
    {
        var items = new List<FileRecord>();
        var scanned = 0;
        string? last = null;
        var range = Range(query.First, query.Last);
        await foreach (var row
            in files.QueryAsync<TableEntity>(range, Math.Min(TableLimits.QueryRows, query.Limit + 1), cancellationToken: cancellationToken))
        {
            if (items.Count == query.Limit || ++scanned > MaxScanned)
                return new FilePage(items, last);
            last = row.RowKey;
            if (Read(row) is var record && query.Passes(record))
                items.Add(record);
        }

        return new FilePage(items, null);
    }

    private async Task<bool> TryRecordFileAsync(FileRecord record, LedgerRow? known, CancellationToken cancellationToken)
    {
        var before = known?.File;
        var packed = Compressed.Compress(record, PipelineJson.Default.FileRecord);
        var file = Row(FileKey(record.Path), packed);
        var actions = new List<TableTransactionAction>
        {
            known is null ? new(TableTransactionActionType.Add, file)
                : new(TableTransactionActionType.UpdateReplace, file, new ETag(known.ETag)),
            Write(NewestKey(record), packed),
        };
        if (before is not null && NewestKey(before) != NewestKey(record))
            actions.Add(Delete(NewestKey(before)));
        if (before is not null && before.Version != record.Version)
            actions.Add(Write(VersionKey(before), Compressed.Compress(before, PipelineJson.Default.FileRecord)));
        if (record.State == FileState.Parsed)
            actions.Add(Write(OpenKey(record.Path), packed));
        else if (before?.State == FileState.Parsed)
            actions.Add(Delete(OpenKey(record.Path)));
        if (record.State == FileState.Parsed && FileSeries.FindName(record) is { } series)
            actions.Add(Write(SeriesKey(series), packed));
        try
        {
            await files.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    // A feed is overwritten every few minutes: without a bound its former versions would be most of the ledger.
    private async Task ForgetVersionsAsync(FileRecord present, CancellationToken cancellationToken)
    {
        foreach (var old in (await ListVersionsAsync(present.Path, cancellationToken)).Skip(account.KeptVersions))
        {
            if (old.Version != present.Version)
                await DeleteFatesAsync(FateRows.GetPartition(old.Path, old.Version), cancellationToken);
            await files.DeleteEntityAsync(Partition, VersionKey(old), ETag.All, cancellationToken);
        }
    }

    private async Task DeleteFatesAsync(string partition, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        var rows = await fates.QueryAsync<TableEntity>(
            filter, TableLimits.QueryRows, ["PartitionKey", "RowKey"], cancellationToken).ToListAsync(cancellationToken);
        foreach (var batch in rows.Chunk(TableLimits.TransactionRows))
            await fates.DeleteAsync(batch, cancellationToken);
    }

    private static AsyncPageable<TableEntity> ReadAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, TableLimits.QueryRows, cancellationToken: cancellationToken);

    private static string VersionRange(string path) => Range($"v|{StableHash.Id(path)}|", $"v|{StableHash.Id(path)}~");

    private static string VersionKey(FileRecord record) =>
        $"v|{StableHash.Id(record.Path)}|{InvertedTime.FromTime(record.ReceivedAt)}|{record.Version}";

    private static string FileKey(string path) => $"f|{StableHash.Id(path)}";

    private static string OpenKey(string path) => $"o|{StableHash.Id(path)}";

    private static string SeriesKey(string series) => $"n|{StableHash.Id(series)}";

    private static string NewestKey(FileRecord record) => $"r|{InvertedTime.FromTime(record.ReceivedAt)}|{StableHash.Id(record.Path)}";

    private static string Range(string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");

    private static TableTransactionAction Write(string key, byte[] packed) =>
        new(TableTransactionActionType.UpsertReplace, Row(key, packed));

    private static TableEntity Row(string key, byte[] packed)
    {
        var row = new TableEntity(Partition, key);
        Compressed.Put(row, packed);
        return row;
    }

    private static TableTransactionAction Delete(string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(Partition, key), ETag.All);

    private static FileRecord Read(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.FileRecord);
}
