using System.Text;
using Azure.Storage.Queues;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>
/// The enrich queue. A message carries entries of one file, each compressed, as many as fit; one that is too large lies in a blob that
/// its message points at (claim check), deleted once the entry has its fate.
/// </summary>
public sealed class EntryQueue(StorageAccount account) : IEntryQueue
{
    // A queue message holds 64 KiB; base64 leaves 48.
    private const int InlineBytes = (48 * 1024) - 1;

    // An entry by itself, as an earlier release wrote it.
    private const byte Inline = 0;
    private const byte Claimed = 1;
    private const byte Several = 2;

    // Each is preceded by its length.
    private const int LengthBytes = sizeof(int);

    // A message is worked on as a whole within the time that it is hidden, and again as a whole where its process dies.
    private const int MaxEntries = 16;

    private readonly QueueClient queue = account.Queue;

    public async Task SendAsync(IReadOnlyList<EntryMessage> entries, CancellationToken cancellationToken)
    {
        var (body, count) = (new List<byte>(), 0);
        foreach (var entry in entries)
        {
            var packed = Compressed.Compress(entry, PipelineJson.Default.EntryMessage);
            if (LengthBytes + packed.Length > InlineBytes)
            {
                await SendAsync(await CheckInAsync(entry, packed, cancellationToken), cancellationToken);
                continue;
            }

            if (count == MaxEntries || body.Count + LengthBytes + packed.Length > InlineBytes)
            {
                await SendAsync([.. body], cancellationToken);
                (body, count) = ([], 0);
            }

            body.AddRange(count == 0 ? [Several] : []);
            body.AddRange(BitConverter.GetBytes(packed.Length));
            body.AddRange(packed);
            count++;
        }

        if (count > 0)
            await SendAsync([.. body], cancellationToken);
    }

    /// <summary>Sends an entry in a message of its own.</summary>
    public Task SendAsync(EntryMessage entry, CancellationToken cancellationToken) => SendAsync([entry], cancellationToken);

    /// <summary>The entries that a body holds or points at; none where its blob is gone, so that it was finished before.</summary>
    /// <exception cref="InvalidDataException">The body was not written by this queue.</exception>
    public async Task<IReadOnlyList<EntryMessage>> ReadAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.IsEmpty || body.Span[0] > Several)
            throw new InvalidDataException("The message is not one of the enrich queue.");
        if (body.Span[0] == Inline)
            return [Unpack(body[1..])];
        if (body.Span[0] == Several)
            return ReadSeveral(body[1..]);
        var blob = account.Overflow.GetBlobClient(Encoding.UTF8.GetString(body.Span[1..]));
        if (!await blob.ExistsAsync(cancellationToken))
            return [];
        var packed = await blob.DownloadContentAsync(cancellationToken);
        return [Unpack(packed.Value.Content.ToMemory())];
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
        await SendAsync(Unpack(packed.Value.Content.ToMemory()), cancellationToken);
        return true;
    }

    private static EntryMessage Unpack(ReadOnlyMemory<byte> packed) => Compressed.Read(packed, PipelineJson.Default.EntryMessage);

    private static List<EntryMessage> ReadSeveral(ReadOnlyMemory<byte> rest)
    {
        var entries = new List<EntryMessage>();
        while (!rest.IsEmpty)
        {
            var length = rest.Length < LengthBytes ? -1 : BitConverter.ToInt32(rest.Span);
            if (length < 0 || length > rest.Length - LengthBytes)
                throw new InvalidDataException("The message ends within an entry.");
            entries.Add(Unpack(rest.Slice(LengthBytes, length)));
            rest = rest[(LengthBytes + length)..];
        }

        return entries;
    }

    private async Task SendAsync(byte[] body, CancellationToken cancellationToken) =>
        await queue.SendMessageAsync(new BinaryData(body), cancellationToken: cancellationToken);

    private static string FailedName(EntryOrigin origin) => $"failed/{StableHash.Id(origin.Path)}/{origin.FileVersion}/{origin.Index}";

    private async Task<byte[]> CheckInAsync(EntryMessage message, byte[] packed, CancellationToken cancellationToken)
    {
        var origin = message.Origin;
        var name = $"entries/{StableHash.Id(origin.Path)}/{origin.FileVersion}/{origin.Index}";
        await account.Overflow.GetBlobClient(name).UploadAsync(new BinaryData(packed), overwrite: true, cancellationToken);
        return [Claimed, .. Encoding.UTF8.GetBytes(name)];
    }
}
