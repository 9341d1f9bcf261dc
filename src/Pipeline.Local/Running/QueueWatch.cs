using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Pipeline.Storage.Account;
using Pipeline.Storage.Queue;

namespace Pipeline.Local.Running;

/// <summary>
/// Takes the place of the queue trigger: a message is hidden while it is worked on and comes back 30 seconds after a failed
/// try; after <see cref="MaxDequeueCount"/> tries it goes to the poison queue, which is drained at once. Like the host, it takes
/// several messages at once and more as soon as half of them are done, so that a slow one keeps only its own place.
/// </summary>
internal sealed class QueueWatch(StorageAccount account, EntryReceiver entries, PoisonDrain poison, Announcer announcer, Wakes wakes,
    TimeProvider time)
    : BackgroundService
{
    // Both figures are those of host.json.
    private const int MaxDequeueCount = 5;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    // Azurite sorts all messages anew for each receive, so taking them one by one would be half of what it does.
    private const int MaxConcurrency = 8;
    private static readonly TimeSpan Renewal = Hidden / 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // As in host.json: what this process sends itself it is told of, so that only what comes back after a failed try waits so long.
    private static readonly TimeSpan MaxPollingInterval = TimeSpan.FromSeconds(2);

    private readonly QueueClient queue = account.Queue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var working = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            working.RemoveAll(work => work.IsCompleted);
            if (working.Count > MaxConcurrency / 2)
                await Task.WhenAny(working);
            else
                working.AddRange(await TakeAsync(MaxConcurrency - working.Count, stoppingToken));
        }

        // What was begun is finished even when the process is asked to stop.
        await Task.WhenAll(working);
    }

    private async Task<IReadOnlyList<Task>> TakeAsync(int most, CancellationToken stoppingToken)
    {
        try
        {
            var messages = (await queue.ReceiveMessagesAsync(most, Hidden, stoppingToken)).Value;
            if (messages.Length == 0)
                await wakes.Entries.WaitAsync(MaxPollingInterval, stoppingToken);
            // Each on a thread of its own: enriching is work for the processor before it waits for the store.
            return [.. messages.Select(message => Task.Run(() => ProcessAsync(message), CancellationToken.None))];
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception fault)
        {
            await AnnounceAsync(fault);
            return [];
        }
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        try
        {
            await EnrichAsync(message);
        }
        catch (Exception fault)
        {
            await AnnounceAsync(fault);
        }
    }

    private async Task EnrichAsync(QueueMessage message)
    {
        var work = entries.ReceiveAsync(message.Body.ToMemory(), CancellationToken.None);
        var receipt = message.PopReceipt;
        while (await Task.WhenAny(work, Task.Delay(Renewal, time)) != work)
            receipt = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: Hidden)).Value.PopReceipt;
        if (work.IsFaulted && message.DequeueCount >= MaxDequeueCount)
            await AbandonAsync(message, receipt);
        await work;
        await queue.DeleteMessageAsync(message.MessageId, receipt);
    }

    private async Task AbandonAsync(QueueMessage message, string receipt)
    {
        await account.PoisonQueue.SendMessageAsync(message.Body);
        await queue.DeleteMessageAsync(message.MessageId, receipt);
        await poison.DrainAsync(CancellationToken.None);
    }

    private Task AnnounceAsync(Exception fault)
    {
        announcer.Fault("An entry could not be enriched", fault);
        return Task.Delay(Pause, time);
    }
}
