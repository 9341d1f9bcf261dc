using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>
/// Empties the two queues where the Functions host puts what failed at every try. Each message is tried again, with ever longer
/// pauses; what fails at the last try is entered in the ledger as failed, with that error, and can be replayed.
/// </summary>
public sealed class PoisonDrain(
    StorageAccount account, EntryReceiver entries, ParseStage files, IngestionSettings settings, ILogger<PoisonDrain> log)
{
    private const int Batch = 32;

    // Long enough for a batch of the slowest files, so that no second run takes the same messages.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(6);

    /// <summary>Tries once what is due in both queues, and reports how many messages are left in them.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var left = await DrainAsync(account.PoisonQueue, entries.RetryAsync, entries.FailAsync, cancellationToken)
            + await DrainAsync(account.FilePoisonQueue, ParseAsync, FailAsync, cancellationToken);
        PipelineTelemetry.RecordPoisonDepth(left);
    }

    /// <summary>How long a message rests after its tries so far: twice as long each time, from 5 minutes on.</summary>
    internal static TimeSpan PauseAfter(long tries) =>
        TimeSpan.FromTicks(Math.Min(MaxPause.Ticks, FirstPause.Ticks << (int)Math.Clamp(tries - 1, 0, 16)));

    private async Task<long> DrainAsync(
        QueueClient queue,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> retry,
        Func<ReadOnlyMemory<byte>, string, CancellationToken, Task> fail,
        CancellationToken cancellationToken)
    {
        queue = account.Undecoded(queue);
        while (await queue.ReceiveMessagesAsync(Batch, Hidden, cancellationToken) is { Value: { Length: > 0 } messages })
        {
            foreach (var message in messages)
                await TakeAsync(queue, message, retry, fail, cancellationToken);
        }

        return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
    }

    private async Task TakeAsync(
        QueueClient queue,
        QueueMessage message,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> retry,
        Func<ReadOnlyMemory<byte>, string, CancellationToken, Task> fail,
        CancellationToken cancellationToken)
    {
        try
        {
            await retry(BytesOf(message), cancellationToken);
            log.Recovered(message.MessageId, queue.Name);
        }
        catch (Exception notOurs) when (notOurs is InvalidDataException or JsonException)
        {
            await SetAsideAsync(queue, message, notOurs, cancellationToken);
        }
        // The last edge there is: whatever it was that failed, its fate has to say so.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            if (message.DequeueCount < settings.PoisonTries)
            {
                await PostponeAsync(queue, message, fault, cancellationToken);
                return;
            }

            log.FailedAgain(fault, message.MessageId, queue.Name);
            await fail(BytesOf(message), $"{fault.GetType().Name}: {fault.Message}", cancellationToken);
        }

        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    private async Task PostponeAsync(QueueClient queue, QueueMessage message, Exception fault, CancellationToken cancellationToken)
    {
        var pause = PauseAfter(message.DequeueCount);
        log.TriedAgainLater(fault, message.MessageId, queue.Name, message.DequeueCount, pause);
        await queue.UpdateMessageAsync(
            message.MessageId, message.PopReceipt, visibilityTimeout: pause, cancellationToken: cancellationToken);
    }

    // Left in the queue it would be tried, and keep the operator's alert alive, for ever.
    private async Task SetAsideAsync(QueueClient queue, QueueMessage message, Exception fault, CancellationToken cancellationToken)
    {
        var name = $"foreign/{queue.Name}/{message.MessageId}";
        log.ForeignMessage(fault, message.MessageId, queue.Name, name);
        await account.Overflow.GetBlobClient(name).UploadAsync(message.Body, overwrite: true, cancellationToken);
    }

    private Task ParseAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        files.ParseAsync(PathOf(body), cancellationToken);

    private Task FailAsync(ReadOnlyMemory<byte> body, string error, CancellationToken cancellationToken) =>
        files.FailAsync(PathOf(body), Property(body, "ETag"), error, cancellationToken);

    private static ReadOnlyMemory<byte> BytesOf(QueueMessage message)
    {
        var text = message.Body.ToString();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written)
            ? bytes.AsMemory(0, written)
            : throw new InvalidDataException("The message is not base64.");
    }

    // The host's own message: {"Type":"BlobTrigger","FunctionId":…,"ContainerName":…,"BlobName":…,"ETag":…}
    private static string PathOf(ReadOnlyMemory<byte> body) =>
        Property(body, "BlobName") ?? throw new InvalidDataException("The message does not name a blob.");

    private static string? Property(ReadOnlyMemory<byte> body, string name)
    {
        using var message = JsonDocument.Parse(body);
        return message.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
