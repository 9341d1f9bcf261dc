using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Local.Workspace;
using Pipeline.Storage.Account;

namespace Pipeline.Local.Running;

/// <summary>
/// Uploads what lies in the drop folder, new or changed, under its path below the folder. It looks twice a second:
/// notifications are lost on network folders and in containers. Hidden files are left alone; nothing is moved or deleted.
/// </summary>
internal sealed class DropFolderWatch(StorageAccount account, RunOptions options, Announcer announcer, Wakes wakes, TimeProvider time)
    : BackgroundService
{
    private const string StampMetadata = "stamp";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, string> seen = [];
    private readonly Dictionary<string, string> uploaded = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(options.Drop);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var file in new DirectoryInfo(options.Drop).EnumerateFiles("*", SearchOption.AllDirectories))
                    await TakeUpAsync(file, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault($"The drop folder {options.Drop} could not be read", fault);
            }
        }
    }

    private async Task TakeUpAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var path = BlobPath.FromFile(options.Drop, file.FullName);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");
        if (path.Split('/').Any(part => part.StartsWith('.')) || uploaded.GetValueOrDefault(path) == stamp)
            return;
        // A file that grew since the last look is still being written.
        if (seen.GetValueOrDefault(path) == stamp)
        {
            await UploadAsync(account.Incoming.GetBlobClient(path), file, stamp, cancellationToken);
            uploaded[path] = stamp;
            wakes.Files.Signal();
        }

        seen[path] = stamp;
    }

    private static async Task UploadAsync(BlobClient blob, FileInfo file, string stamp, CancellationToken cancellationToken)
    {
        if (await blob.ExistsAsync(cancellationToken)
            && (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata.TryGetValue(
                StampMetadata, out var known)
            && known == stamp)
        {
            return;
        }

        var upload = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [StampMetadata] = stamp } };
        await blob.UploadAsync(file.FullName, upload, cancellationToken);
    }
}
