using Azure;
using Azure.Storage.Blobs.Models;
using Pipeline.Ingestion;
using Pipeline.Parsing.Files;

namespace Pipeline.Storage.Account;

/// <summary>The <c>incoming</c> container.</summary>
internal sealed class BlobFileStore(StorageAccount account) : IFileStore
{
    /// <summary>Blob metadata that names the address which a file was fetched from.</summary>
    public const string AddressMetadata = "url";

    public async Task<StoredFile?> ReadAsync(string path, long limit, CancellationToken cancellationToken)
    {
        var blob = account.Incoming.GetBlobClient(path);
        try
        {
            // A range keeps a file that is too large out of memory; the response tells its whole size.
            var download =
                await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(0, limit + 1) }, cancellationToken);
            using var content = download.Value.Content;
            return await ReadAsync(path, limit, download.Value.Details, content, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException empty) when (empty.Status == 416)
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return new StoredFile(new DroppedFile(path, default), 0, Normal(properties.ETag.ToString()), properties.LastModified);
        }
    }

    public async Task<bool> IsArchivedAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await account.Incoming.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.AccessTier == AccessTier.Archive;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        account.Incoming.DeleteBlobIfExistsAsync(path, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    public async Task<FileListPage> ListAsync(string? position, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in account.Incoming.GetBlobsAsync(cancellationToken: cancellationToken).AsPages(position, limit))
                return new FileListPage(
                    [.. page.Values.Select(Read)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }
        catch (RequestFailedException unknown) when (unknown.Status == 400 && position is not null)
        {
            return await ListAsync(null, limit, cancellationToken);
        }

        return new FileListPage([], null);
    }

    private static FileListing Read(BlobItem blob) =>
        new(blob.Name, Normal(blob.Properties.ETag?.ToString()), blob.Properties.LastModified ?? default);

    private static async Task<StoredFile> ReadAsync(
        string path, long limit, BlobDownloadDetails details, Stream content, CancellationToken cancellationToken)
    {
        var bytes = TotalBytes(details);
        var etag = Normal(details.ETag.ToString());
        if (bytes > limit)
            return new StoredFile(null, bytes, etag, details.LastModified);
        var buffer = new byte[bytes];
        await content.ReadExactlyAsync(buffer, cancellationToken);
        var file = new DroppedFile(path, buffer)
        {
            ContentType = details.ContentType is "application/octet-stream" or "" ? null : details.ContentType,
            ContentLanguage = details.ContentLanguage,
            Address = details.Metadata.TryGetValue(AddressMetadata, out var address)
                && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null,
        };
        return new StoredFile(file, bytes, etag, details.LastModified);
    }

    private static long TotalBytes(BlobDownloadDetails details) =>
        details.ContentRange?.Split('/') is [_, var total] ? long.Parse(total, null) : details.ContentLength;

    // A listing gives the tag without the quotes that a download gives it with.
    private static string Normal(string? etag) => etag?.Trim('"') ?? "";
}
