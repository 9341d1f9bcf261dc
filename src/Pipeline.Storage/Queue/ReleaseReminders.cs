using System.Globalization;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Queue;

/// <summary>The queue of messages that stay hidden until an embargo ends. One that gets lost is made up for by the timer.</summary>
public sealed class ReleaseReminders(StorageAccount account, TimeProvider time) : IReleaseReminders
{
    // What Azure Queue Storage hides a message for at most; it is sent on then.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    // Where nobody reads it, as in a process that looks by itself.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Task RemindAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Whole seconds, and never too early.
        var wait = TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp((at - time.GetUtcNow()).TotalSeconds, 0, MaxDelay.TotalSeconds)));
        return account.ReleaseQueue.SendMessageAsync(
            new BinaryData(at.ToString("O", CultureInfo.InvariantCulture)), wait, wait + Kept, cancellationToken);
    }
}
