using Azure.Storage.Blobs.Models;
using Pipeline.Ledger;

namespace Pipeline.Storage.Account;

/// <summary>Drops what came over the endpoint into <c>incoming</c>.</summary>
public sealed class BlobFileDrop(StorageAccount account, ILedgerStore ledger)
{
    /// <summary>The version that the ledger will know the file by; <c>null</c> where the file that is there is still being read, which an
    /// overwritten blob would disturb.</summary>
    public async Task<string?> TryDropAsync(
        string path, ReadOnlyMemory<byte> body, string? contentType, CancellationToken cancellationToken)
    {
        if (await ledger.FindFileAsync(path, cancellationToken) is { State: FileState.Parsed })
            return null;
        var upload = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await account.Incoming.GetBlobClient(path).UploadAsync(new BinaryData(body), upload, cancellationToken);
        return FileVersion.FromBytes(body.Span);
    }
}
