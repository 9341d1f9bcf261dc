using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Http.Files;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Ledger;
using Spectre.Console;

namespace Pipeline.Local.Dropping;

/// <summary>Uploads files and waits for their receipts.</summary>
internal sealed class Drop
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly BlobContainerClient incoming;
    private readonly LedgerStore ledger;

    private Drop(StorageAccount account)
    {
        incoming = account.Incoming;
        ledger = new LedgerStore(account, TimeProvider.System);
    }

    /// <summary>One receipt for each file, and one for each member of an archive.</summary>
    public static Task<IReadOnlyList<FileReceipt>> RunAsync(
        IReadOnlyList<DroppedPath> paths, string connection, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var drop = new Drop(new StorageAccount(new StorageSettings { ConnectionString = connection }));
        return console.Progress().HideCompleted(true).StartAsync(async progress =>
        {
            var uploads = progress.AddTask("Uploading", maxValue: paths.Count);
            var fates = progress.AddTask("Waiting for fates", maxValue: paths.Count);
            return await drop.RunAsync(paths, uploads, fates, cancellationToken);
        });
    }

    private async Task<IReadOnlyList<FileReceipt>> RunAsync(
        IReadOnlyList<DroppedPath> paths, ProgressTask uploads, ProgressTask fates, CancellationToken cancellationToken)
    {
        var uploaded = new List<(string Path, string ETag)>();
        foreach (var path in paths)
        {
            uploaded.Add((path.BlobName, await UploadAsync(path, cancellationToken)));
            uploads.Increment(1);
        }

        var receipts = new List<FileReceipt>();
        foreach (var (path, etag) in uploaded)
        {
            receipts.AddRange(await WaitAsync(path, etag, cancellationToken));
            fates.Increment(1);
        }

        return receipts;
    }

    private async Task<string> UploadAsync(DroppedPath path, CancellationToken cancellationToken)
    {
        var upload = await incoming.GetBlobClient(path.BlobName).UploadAsync(path.File, new BlobUploadOptions(), cancellationToken);
        return upload.Value.ETag.ToString().Trim('"');
    }

    private async Task<IReadOnlyList<FileReceipt>> WaitAsync(string path, string? etag, CancellationToken cancellationToken)
    {
        while (true)
        {
            var file = await ledger.FindFileAsync(path, cancellationToken);
            // Members have no tag, nor has a file that failed before it was read.
            if (file is not null && file.State != FileState.Parsed && (file.ETag ?? etag) == etag)
                return [await ReadReceiptAsync(file, cancellationToken), .. await ListMembersAsync(file, cancellationToken)];
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<FileReceipt>> ListMembersAsync(FileRecord archive, CancellationToken cancellationToken)
    {
        var receipts = new List<FileReceipt>();
        if (archive.State != FileState.Unpacked)
            return receipts;
        FilePage? page = null;
        do
        {
            page = await ledger.ListFilesAsync(
                new FileQuery { Source = archive.Source, Limit = 500, After = page?.Next }, cancellationToken);
            foreach (var member in page.Items.Where(file => file.Archive == archive.Path))
                receipts.AddRange(await WaitAsync(member.Path, null, cancellationToken));
        }
        while (page.Next is not null);
        return receipts;
    }

    private async Task<FileReceipt> ReadReceiptAsync(FileRecord file, CancellationToken cancellationToken) =>
        new(file, [.. (await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken)).Select(
            fate => EntryResponse.FromFate(fate, null))]);
}
