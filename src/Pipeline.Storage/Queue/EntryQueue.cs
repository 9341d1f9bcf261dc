using System.Text;
using Azure.Storage.Queues;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>
/// The enrich queue. A message carries its entry compressed where that fits; a larger one points at a blob that does
/// (claim check), deleted once the entry has its fate.
/// </summary>
public sealed class EntryQueue(StorageAccount account) : IEntryQueue
{
    // A queue message holds 64 KiB; base64 leaves 48.
    private const int InlineBytes = (48 * 1024) - 1;
    private const byte Inline = 0;
    private const byte Claimed = 1;

    private readonly QueueClient queue = account.Queue;

    public async Task SendAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        var packed = Compressed.Compress(message, PipelineJson.Default.EntryMessage);
        var body = packed.Length <= InlineBytes ? [Inline, .. packed] : await CheckInAsync(message, packed, cancellationToken);
        await queue.SendMessageAsync(new BinaryData(body), cancellationToken: cancellationToken);
    }

    /// <summary>The message that a body holds or points at; <c>null</c> where its blob is gone, so that it was finished before.</summary>
    /// <exception cref="InvalidDataException">The body was not written by <see cref="SendAsync"/>.</exception>
    public async Task<EntryMessage?> ReadAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.IsEmpty || body.Span[0] > Claimed)
            throw new InvalidDataException("The message is not one of the enrich queue.");
        if (body.Span[0] == Inline)
            return Compressed.Read(body[1..], PipelineJson.Default.EntryMessage);
        var blob = account.Overflow.GetBlobClient(Encoding.UTF8.GetString(body.Span[1..]));
        if (!await blob.ExistsAsync(cancellationToken))
            return null;
        var packed = await blob.DownloadContentAsync(cancellationToken);
        return Compressed.Read(packed.Value.Content.ToMemory(), PipelineJson.Default.EntryMessage);
    }

    /// <summary>Deletes the blob that the body points at, if it points at one: its entry has its fate.</summary>
    public async Task CheckOutAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Span[0] == Claimed)
            await account.Overflow.GetBlobClient(Encoding.UTF8.GetString(body.Span[1..])).DeleteIfExistsAsync(
                cancellationToken: cancellationToken);
    }

    /// <summary>Keeps an entry that failed for good, so that it can be sent again when its file has been overwritten.</summary>
    public Task KeepAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        var packed = Compressed.Compress(message, PipelineJson.Default.EntryMessage);
        return account.Overflow.GetBlobClient(FailedName(message.Origin)).UploadAsync(
            new BinaryData(packed), overwrite: true, cancellationToken);
    }

    public async Task<bool> ResendAsync(EntryOrigin origin, CancellationToken cancellationToken)
    {
        var blob = account.Overflow.GetBlobClient(FailedName(origin));
        if (!await blob.ExistsAsync(cancellationToken))
            return false;
        var packed = await blob.DownloadContentAsync(cancellationToken);
        await SendAsync(Compressed.Read(packed.Value.Content.ToMemory(), PipelineJson.Default.EntryMessage), cancellationToken);
        return true;
    }

    private static string FailedName(EntryOrigin origin) => $"failed/{StableHash.Id(origin.Path)}/{origin.FileVersion}/{origin.Index}";

    private async Task<byte[]> CheckInAsync(EntryMessage message, byte[] packed, CancellationToken cancellationToken)
    {
        var origin = message.Origin;
        var name = $"entries/{StableHash.Id(origin.Path)}/{origin.FileVersion}/{origin.Index}";
        await account.Overflow.GetBlobClient(name).UploadAsync(new BinaryData(packed), overwrite: true, cancellationToken);
        return [Claimed, .. Encoding.UTF8.GetBytes(name)];
    }
}
