using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Backup;

/// <summary>Writes a backup into the container <c>backups</c>, into a folder named by its time.</summary>
public sealed partial class NightlyBackup(StorageAccount account, BackupWriter writer, TimeProvider time, ILogger<NightlyBackup> log)
{
    /// <summary>Writes a whole backup. Throws where that fails; a folder without a manifest is what is left then.</summary>
    public async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var folder = time.GetUtcNow().ToString("yyyy-MM-dd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        var manifest = await writer.WriteAsync(new BackupContainer(account.Backups, folder), cancellationToken);
        var rows = manifest.Rows.Values.Sum();
        PipelineTelemetry.CountBackup(rows);
        BackedUp(folder, rows, manifest.Bodies.Count);
    }

    [LoggerMessage(50, LogLevel.Information, "The backup {Folder} is whole: {Rows} rows and {Bodies} bodies")]
    private partial void BackedUp(string folder, long rows, int bodies);
}
