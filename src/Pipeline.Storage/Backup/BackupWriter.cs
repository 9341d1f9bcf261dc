using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;

namespace Pipeline.Storage.Backup;

/// <summary>
/// Writes what exists only in tables, as JSON Lines (gzip): articles of feeds that were overwritten since, editors' decisions, the ledger,
/// webhooks, cursors and their secret. The bands are left out, since they are made anew from the articles; the dropped files are blobs
/// already.
/// Rows that change while they are read may be older or newer than their neighbours, as the stages can repeat any step.
/// </summary>
public sealed class BackupWriter(StorageAccount account, TimeProvider time)
{
    /// <summary>The tables in the order in which they are restored: the catalog last, because it makes a store count as one that is in
    /// use.</summary>
    internal static readonly IReadOnlyList<string> Tables =
        [
            TableNames.Claims, TableNames.Articles, TableNames.Lists, TableNames.Fates, TableNames.Files, TableNames.Webhooks,
            TableNames.Catalog,
        ];

    /// <summary>Writes a whole backup. Returns what it holds.</summary>
    public async Task<BackupManifest> WriteAsync(IBackupFiles files, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var (rows, bodies) = (new Dictionary<string, long>(), new List<string>());
        foreach (var table in Tables)
            rows[table] = await WriteAsync(table, bodies, files, cancellationToken);
        var distinct = bodies.Distinct(StringComparer.Ordinal).ToList();
        foreach (var body in distinct)
            await CopyAsync(body, files, cancellationToken);
        var manifest = new BackupManifest(started, rows, distinct);
        await using var file = await files.CreateAsync(BackupManifest.Name, cancellationToken);
        await JsonSerializer.SerializeAsync(file, manifest, BackupJson.Default.BackupManifest, cancellationToken);
        return manifest;
    }

    private async Task<long> WriteAsync(string table, List<string> bodies, IBackupFiles files, CancellationToken cancellationToken)
    {
        await using var file = await files.CreateAsync(BackupManifest.TableName(table), cancellationToken);
        await using var packed = new GZipStream(file, CompressionLevel.Fastest);
        await using var lines = new StreamWriter(packed);
        var (count, last, head) = (0L, 0L, (TableEntity?)null);
        await foreach (var row in account.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (row.GetString("Blob") is { } blob)
                bodies.Add(blob);
            if (table == TableNames.Catalog && CatalogRows.IsHead(row))
            {
                head = row;
                continue;
            }

            if (table == TableNames.Catalog && CatalogRows.IsChange(row))
                last = CatalogRows.Sequence(row);
            await lines.WriteLineAsync(BackupRow.Write(row).AsMemory(), cancellationToken);
            count++;
        }

        if (head is null)
            return count;
        // The log may have grown after its head was read: a head behind it would give the same number twice.
        var sequence = Math.Max(last, head.GetInt64("Sequence") ?? 0);
        await lines.WriteLineAsync(BackupRow.Write(CatalogRows.HeadRow(new CatalogHead(sequence, null))).AsMemory(), cancellationToken);
        return count + 1;
    }

    private async Task CopyAsync(string body, IBackupFiles files, CancellationToken cancellationToken)
    {
        await using var source = await account.Overflow.GetBlobClient(body).OpenReadAsync(cancellationToken: cancellationToken);
        await using var copy = await files.CreateAsync($"overflow/{body}", cancellationToken);
        await source.CopyToAsync(copy, cancellationToken);
    }
}
