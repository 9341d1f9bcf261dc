using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Storage;

namespace Pipeline.Local.Running;

/// <summary>
/// Takes the place of the queue trigger: a message is hidden while it is worked on and comes back 30 seconds after a failed
/// try; after <see cref="MaxDequeueCount"/> tries it goes to the poison queue, which is drained at once.
/// </summary>
internal sealed class QueueWatch(StorageAccount account, EntryReceiver entries, PoisonDrain poison, Announcer announcer, TimeProvider time) : BackgroundService
{
    // Both figures are those of host.json.
    private const int MaxDequeueCount = 5;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    private const int AtOnce = 4;
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
                announcer.Fault("An entry could not be enriched", fault);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    // What was begun is finished even when the process is asked to stop.
    private async Task WorkAsync(QueueMessage message)
    {
        var work = entries.ReceiveAsync(message.Body.ToMemory(), CancellationToken.None);
        var receipt = message.PopReceipt;
        while (await Task.WhenAny(work, Task.Delay(Renewal, time)) != work)
            receipt = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: Hidden)).Value.PopReceipt;
        if (work.IsFaulted && message.DequeueCount >= MaxDequeueCount)
            await GiveUpAsync(message, receipt);
        await work;
        await queue.DeleteMessageAsync(message.MessageId, receipt);
    }

    private async Task GiveUpAsync(QueueMessage message, string receipt)
    {
        await account.PoisonQueue.SendMessageAsync(message.Body);
        await queue.DeleteMessageAsync(message.MessageId, receipt);
        await poison.DrainAsync(CancellationToken.None);
    }
}
