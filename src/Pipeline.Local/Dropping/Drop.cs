using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Http.Files;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Local.Dropping;

/// <summary>Uploads files and waits for their receipts.</summary>
internal sealed class Drop
{
    // As the endpoint's receipt does: a file may have 10,000 entries, and each is a read of its article's place.
    private const int MaxPlaced = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly List<FileReceipt> receipts = [];
    private readonly IReadOnlyList<DroppedPath> paths;
    private readonly DropProgress progress;
    private readonly BlobContainerClient incoming;
    private readonly LedgerStore ledger;
    private readonly CatalogStore catalog;
    private int done;

    private Drop(IReadOnlyList<DroppedPath> paths, StorageAccount account, DropProgress progress)
    {
        (this.paths, this.progress) = (paths, progress);
        incoming = account.Incoming;
        ledger = new LedgerStore(account, TimeProvider.System);
        catalog = new CatalogStore(account, TimeProvider.System);
    }

    /// <summary>One receipt for each file, and one for each member of an archive.</summary>
    public static Task<IReadOnlyList<FileReceipt>> RunAsync(
        IReadOnlyList<DroppedPath> paths, string connection, DropProgress progress, CancellationToken cancellationToken) =>
        new Drop(paths, new StorageAccount(new StorageSettings { ConnectionString = connection }), progress).RunAsync(cancellationToken);

    private async Task<IReadOnlyList<FileReceipt>> RunAsync(CancellationToken cancellationToken)
    {
        var uploaded = new List<(string Path, string ETag)>();
        foreach (var path in paths)
        {
            uploaded.Add((path.BlobName, await UploadAsync(path, cancellationToken)));
            progress.Show(() => $"{uploaded.Count} of {paths.Count} files uploaded");
        }

        foreach (var (path, etag) in uploaded)
        {
            await WaitAsync(path, etag, cancellationToken);
            done++;
        }

        progress.End(Describe());
        // Only now: what came with a later file may be what an earlier one is a copy of.
        for (var i = 0; i < receipts.Count; i++)
            receipts[i] = await PlaceAsync(receipts[i], cancellationToken);
        return receipts;
    }

    private string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{done} of {paths.Count} files done, {receipts.Count / Stopwatch.GetElapsedTime(began).TotalSeconds:F1} a second, "
        + $"{ReceiptOutput.Counts(receipts)}");

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

    private async Task<string> UploadAsync(DroppedPath path, CancellationToken cancellationToken)
    {
        var upload = await incoming.GetBlobClient(path.BlobName).UploadAsync(path.File, new BlobUploadOptions(), cancellationToken);
        return upload.Value.ETag.ToString().Trim('"');
    }

    private async Task WaitAsync(string path, string? etag, CancellationToken cancellationToken)
    {
        var waited = new FileProgress(ledger, path);
        while (true)
        {
            progress.Show(() => Describe() + waited.Describe());
            var file = await ledger.FindFileAsync(path, cancellationToken);
            // Members have no tag, nor has a file that failed before it was read.
            var isThis = file is not null && (file.ETag ?? etag) == etag;
            if (isThis && file!.State != FileState.Parsed)
            {
                receipts.Add(await ReadReceiptAsync(file, cancellationToken));
                await WaitForMembersAsync(file, cancellationToken);
                return;
            }

            await waited.LookAsync(isThis ? file : null, cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task WaitForMembersAsync(FileRecord archive, CancellationToken cancellationToken)
    {
        if (archive.State != FileState.Unpacked)
            return;
        FilePage? page = null;
        do
        {
            page = await ledger.ListFilesAsync(
                new FileQuery { Source = archive.Source, Limit = 500, After = page?.Next }, cancellationToken);
            foreach (var member in page.Items.Where(file => file.Archive == archive.Path))
                await WaitAsync(member.Path, null, cancellationToken);
        }
        while (page.Next is not null);
    }

    private async Task<FileReceipt> ReadReceiptAsync(FileRecord file, CancellationToken cancellationToken) =>
        new(file, [.. (await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken)).Select(
            fate => EntryResponse.FromFate(fate, null))]);
}
