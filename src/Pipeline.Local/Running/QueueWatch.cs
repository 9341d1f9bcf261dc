using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Local.Running;

/// <summary>
/// Takes the place of the queue trigger: messages are hidden while they are worked on, come back when that failed, and are
/// given up after <see cref="MaxDequeueCount"/> attempts, then with the fate <c>failed</c> and a copy on the poison queue.
/// </summary>
internal sealed class QueueWatch(StorageAccount account, EntryQueue entries, EnrichStage enrich, Announcer announcer, TimeProvider time) : BackgroundService
{
    // The Functions host's default, which host.json keeps.
    private const int MaxDequeueCount = 5;
    private const int AtOnce = 4;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = Hidden / 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly QueueClient queue = account.Queue;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => TakeAsync(stoppingToken)));

    private async Task TakeAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if ((await queue.ReceiveMessageAsync(Hidden, stoppingToken)).Value is { } message)
                    await WorkAsync(message);
                else
                    await Task.Delay(Pause, time, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault("The enrich queue could not be read", fault);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    // What was begun is finished even when the process is asked to stop.
    private async Task WorkAsync(QueueMessage message)
    {
        var work = EnrichAsync(message);
        var receipt = message.PopReceipt;
        while (await Task.WhenAny(work, Task.Delay(Renewal, time)) != work)
            receipt = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: Hidden)).Value.PopReceipt;
        if (await work)
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        else
            await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: TimeSpan.Zero);
    }

    /// <summary>Whether the message is done with.</summary>
    private async Task<bool> EnrichAsync(QueueMessage message)
    {
        EntryMessage? entry = null;
        try
        {
            entry = await entries.ReadAsync(message.Body.ToMemory(), CancellationToken.None);
            if (entry is not null)
                await enrich.EnrichAsync(entry, CancellationToken.None);
            return true;
        }
        catch (Exception fault)
        {
            announcer.Fault(entry is null ? "A message could not be read" : $"Entry {entry.Origin.Index} of {entry.Origin.Path} could not be enriched", fault);
            if (message.DequeueCount < MaxDequeueCount)
                return false;
            await account.PoisonQueue.SendMessageAsync(message.Body);
            if (entry is not null)
                await enrich.FailAsync(entry, fault.Message, CancellationToken.None);
            return true;
        }
    }
}
