using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Http.Files;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;
using Spectre.Console;

namespace Pipeline.Local.Dropping;

/// <summary>Uploads files and waits for their receipts.</summary>
internal sealed class Drop
{
    // As the endpoint's receipt does: a file may have 10,000 entries, and each is a read of its article's place.
    private const int MaxPlaced = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly BlobContainerClient incoming;
    private readonly LedgerStore ledger;
    private readonly CatalogStore catalog;

    private Drop(StorageAccount account)
    {
        incoming = account.Incoming;
        ledger = new LedgerStore(account, TimeProvider.System);
        catalog = new CatalogStore(account, TimeProvider.System);
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

        var (receipts, began) = (new List<FileReceipt>(), Stopwatch.GetTimestamp());
        foreach (var (path, etag) in uploaded)
        {
            receipts.AddRange(await WaitAsync(path, etag, cancellationToken));
            fates.Increment(1);
            fates.Description = Describe(receipts, fates.Value / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        // Only now: what came with a later file may be what an earlier one is a copy of.
        for (var i = 0; i < receipts.Count; i++)
            receipts[i] = await PlaceAsync(receipts[i], cancellationToken);
        return receipts;
    }

    private async Task<FileReceipt> PlaceAsync(FileReceipt receipt, CancellationToken cancellationToken)
    {
        var places = await catalog.GetEntriesAsync(
            receipt.Entries.Select(entry => entry.ArticleId).OfType<string>().Distinct().Take(MaxPlaced), cancellationToken);
        return receipt with
        {
            Entries = [.. receipt.Entries.Select(
                entry => entry.ArticleId is { } id && places.GetValueOrDefault(id)?.Article is { } now ? entry.At(now) : entry)],
        };
    }

    private static string Describe(List<FileReceipt> receipts, double rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{receipts.Count} done, {rate:F1} a second, {receipts.Count(ReceiptOutput.HasTrouble)} rejected or failed");

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
