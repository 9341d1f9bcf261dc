using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Search;

/// <summary>
/// The snapshots of the index: a blob for each month, never changed, and a manifest that names those that belong together. Of two writers
/// at once the first one's manifest counts.
/// </summary>
public sealed class SearchSnapshots(StorageAccount account)
{
    private string Folder => account.TablePrefix;

    /// <summary>The manifest with its tag; <c>null</c> where there is none, or one of another version.</summary>
    internal async Task<(SearchManifest? Manifest, ETag Tag)> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await Manifest.DownloadContentAsync(cancellationToken);
            var manifest = JsonSerializer.Deserialize(read.Value.Content, SearchJson.Default.SearchManifest);
            return (manifest?.Version == SearchManifest.CurrentVersion ? manifest : null, read.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (null, default);
        }
    }

    /// <summary>Fetches the file of a month.</summary>
    internal async Task FetchAsync(string blob, string file, CancellationToken cancellationToken)
    {
        await using var packed = await account.Search.GetBlobClient(blob).OpenReadAsync(cancellationToken: cancellationToken);
        await using var stream = new BrotliStream(packed, CompressionMode.Decompress);
        await using var local = File.Create(file);
        await stream.CopyToAsync(local, cancellationToken);
    }

    /// <summary>Writes the file of a month; returns the blob's name.</summary>
    internal async Task<string> WriteAsync(string month, long sequence, string file, CancellationToken cancellationToken)
    {
        // Two instances that come equally far may write different files.
        await using var local = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(local, cancellationToken))[..12];
        var blob = string.Create(CultureInfo.InvariantCulture, $"{Folder}/{month}-{sequence:D19}-{hash}.db.br");
        local.Position = 0;
        await using var target = await account.Search.GetBlobClient(blob).OpenWriteAsync(
            overwrite: true, cancellationToken: cancellationToken);
        await using var packing = new BrotliStream(target, CompressionLevel.Fastest);
        await local.CopyToAsync(packing, cancellationToken);
        return blob;
    }

    /// <summary>False where another writer was first; what was written for it is deleted by the next that succeeds.</summary>
    internal async Task<bool> TryPublishAsync(SearchManifest manifest, ETag before, CancellationToken cancellationToken)
    {
        var conditions = before == default
            ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = before };
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, SearchJson.Default.SearchManifest);
            await Manifest.UploadAsync(
                BinaryData.FromBytes(bytes), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes snapshots that no manifest names any more. An instance that is fetching one begins again.</summary>
    internal async Task DeleteOthersAsync(SearchManifest manifest, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var named = manifest.Months.Values.ToHashSet(StringComparer.Ordinal);
        await foreach (var blob in account.Search.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, $"{Folder}/", cancellationToken))
        {
            if (blob.Name != Manifest.Name && !named.Contains(blob.Name) && blob.Properties.LastModified < before)
                await account.Search.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private BlobClient Manifest => account.Search.GetBlobClient($"{Folder}/manifest.json");
}
