using Azure.Storage.Queues.Models;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks.Race;

/// <summary>One instance: takes messages off the shared queue, four at once, until it is empty.</summary>
internal sealed class RaceWorker(PipelineInstance pipeline)
{
    private const int AtOnce = 4;

    // As long as the host hides a message that it works on.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private int taken;

    /// <summary>Returns how many entries it took to their fate. A fault ends it: the emulator has none, so it is a bug.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => TakeAsync(cancellationToken)));
        return taken;
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var queue = pipeline.Account.Queue;
        while (true)
        {
            if ((await queue.ReceiveMessageAsync(Hidden, cancellationToken)).Value is { } message)
                await WorkAsync(message, cancellationToken);
            else if ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong == 0)
                return;
            else
                await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await pipeline.Get<EntryReceiver>().ReceiveAsync(message.Body.ToMemory(), cancellationToken);
        await pipeline.Account.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        Interlocked.Increment(ref taken);
    }
}
