using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>
/// Empties the two queues where the Functions host puts what failed at every try. Each message gets one more try, because the
/// host keeps no error with it; what fails again is entered in the ledger as failed, with that error, and can be replayed.
/// </summary>
public sealed class PoisonDrain(StorageAccount account, EntryReceiver entries, ParseStage files, ILogger<PoisonDrain> log)
{
    private const int Batch = 32;

    // Long enough for a batch of the slowest files, so that no second run takes the same messages.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    /// <summary>Drains both queues and reports how many messages are left in them. A message that is not the pipeline's stays.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var left = await DrainAsync(account.PoisonQueue, entries.ReceiveAsync, entries.FailAsync, cancellationToken)
            + await DrainAsync(account.FilePoisonQueue, ParseAsync, FailAsync, cancellationToken);
        PipelineTelemetry.RecordPoisonDepth(left);
    }

    private async Task<long> DrainAsync(
        QueueClient queue,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> retry,
        Func<ReadOnlyMemory<byte>, string, CancellationToken, Task> fail,
        CancellationToken cancellationToken)
    {
        while (await queue.ReceiveMessagesAsync(Batch, Hidden, cancellationToken) is { Value: { Length: > 0 } messages })
        {
            foreach (var message in messages)
                await FinishAsync(queue, message, retry, fail, cancellationToken);
        }

        return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
    }

    private async Task FinishAsync(
        QueueClient queue,
        QueueMessage message,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> retry,
        Func<ReadOnlyMemory<byte>, string, CancellationToken, Task> fail,
        CancellationToken cancellationToken)
    {
        try
        {
            await retry(message.Body, cancellationToken);
            log.Recovered(message.MessageId, queue.Name);
        }
        catch (Exception notOurs) when (notOurs is InvalidDataException or JsonException)
        {
            log.ForeignMessage(notOurs, message.MessageId, queue.Name);
            return;
        }
        // The last edge there is: whatever it was that failed, its fate has to say so.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            log.FailedAgain(fault, message.MessageId, queue.Name);
            await fail(message.Body, $"{fault.GetType().Name}: {fault.Message}", cancellationToken);
        }

        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    private Task ParseAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        files.ParseAsync(PathOf(body), cancellationToken);

    private Task FailAsync(ReadOnlyMemory<byte> body, string error, CancellationToken cancellationToken) =>
        files.FailAsync(PathOf(body), Property(body, "ETag"), error, cancellationToken);

    // The host's own message: {"Type":"BlobTrigger","FunctionId":…,"ContainerName":…,"BlobName":…,"ETag":…}
    private static string PathOf(ReadOnlyMemory<byte> body) =>
        Property(body, "BlobName") ?? throw new InvalidDataException("The message does not name a blob.");

    private static string? Property(ReadOnlyMemory<byte> body, string name)
    {
        using var message = JsonDocument.Parse(body);
        return message.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
