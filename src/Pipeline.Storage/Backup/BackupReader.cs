using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Storage.Account;
using Pipeline.Storage.Matching;
using Pipeline.Storage.Webhooks;

namespace Pipeline.Storage.Backup;

/// <summary>Restores a backup into an account that holds no articles. A run that was cut off can be repeated.</summary>
public sealed class BackupReader(StorageAccount account, TimeProvider time)
{
    private readonly BandStore bands = new(account, time);
    private readonly WebhookStore webhooks = new(account);

    // Of the 4 MiB of a transaction, base64 and names take a part.
    private const int MaxCharacters = 2_500_000;

    /// <summary>Restores every row and body. Returns what the backup holds.</summary>
    /// <exception cref="FileNotFoundException">The backup is not whole.</exception>
    /// <exception cref="InvalidOperationException">The account has articles.</exception>
    public async Task<BackupManifest> RestoreAsync(IBackupFiles files, CancellationToken cancellationToken)
    {
        await using var file = await files.OpenAsync(BackupManifest.Name, cancellationToken);
        var manifest = await JsonSerializer.DeserializeAsync(file, BackupJson.Default.BackupManifest, cancellationToken)
            ?? throw new InvalidDataException($"{BackupManifest.Name} holds nothing.");
        await account.CreateAsync(cancellationToken);
        await foreach (var _ in account.Table(TableNames.Catalog).QueryAsync<TableEntity>(
            maxPerPage: 1, cancellationToken: cancellationToken))
            throw new InvalidOperationException("The account has articles. Restore into one that is empty.");
        foreach (var body in manifest.Bodies)
            await RestoreBodyAsync(body, files, cancellationToken);
        // A backup of an earlier version lacks the tables that came later.
        foreach (var table in BackupWriter.Tables.Where(manifest.Rows.ContainsKey))
            await RestoreAsync(table, files, cancellationToken);
        // The pipeline that was backed up may still deliver, and receivers must not hear both.
        await webhooks.StopAllAsync("it was restored from a backup", time.GetUtcNow(), cancellationToken);
        await bands.ForgetProgressAsync(cancellationToken);
        return manifest;
    }

    private async Task RestoreBodyAsync(string body, IBackupFiles files, CancellationToken cancellationToken)
    {
        await using var source = await files.OpenAsync($"overflow/{body}", cancellationToken);
        await account.Overflow.GetBlobClient(body).UploadAsync(source, overwrite: true, cancellationToken);
    }

    private async Task RestoreAsync(string table, IBackupFiles files, CancellationToken cancellationToken)
    {
        await using var file = await files.OpenAsync(BackupManifest.TableName(table), cancellationToken);
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(unpacked);
        var (batch, characters) = (new List<TableEntity>(), 0);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var row = BackupRow.Read(line);
            if (batch.Count > 0
                && (batch.Count == TableLimits.TransactionRows || characters + line.Length > MaxCharacters
                    || batch[0].PartitionKey != row.PartitionKey))
            {
                await WriteAsync(table, batch, cancellationToken);
                (batch, characters) = ([], 0);
            }

            batch.Add(row);
            characters += line.Length;
        }

        await WriteAsync(table, batch, cancellationToken);
    }

    private async Task WriteAsync(string table, List<TableEntity> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
            await account.Table(table).SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
    }
}
