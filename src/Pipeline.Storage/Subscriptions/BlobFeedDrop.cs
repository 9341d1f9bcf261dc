using Azure;
using Azure.Storage.Blobs.Models;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Storage.Subscriptions;

/// <summary>Drops into <c>incoming</c>.</summary>
internal sealed class BlobFeedDrop(StorageAccount account, ILedgerStore ledger) : IFeedDrop
{
    public async Task DropAsync(
        Subscription subscription, ReadOnlyMemory<byte> body, string? contentType, Uri address, CancellationToken cancellationToken)
    {
        var path = await IsReadAsync(subscription.Path, cancellationToken)
            ? subscription.Path : $"{subscription.Path}-{FileVersion.FromBytes(body.Span)}";
        var upload = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Metadata = new Dictionary<string, string> { [BlobFileStore.AddressMetadata] = address.AbsoluteUri },
        };
        await account.Incoming.GetBlobClient(path).UploadAsync(new BinaryData(body), upload, cancellationToken);
    }

    // A file that is not settled may be parsed again, and then from its blob.
    private async Task<bool> IsReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var present = await account.Incoming.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellationToken);
            var known = await ledger.FindFileAsync(path, cancellationToken);
            return known is { State: not FileState.Parsed } && known.ETag == present.Value.ETag.ToString().Trim('"');
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return true;
        }
    }
}
