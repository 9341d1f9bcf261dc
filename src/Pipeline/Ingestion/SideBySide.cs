namespace Pipeline.Ingestion;

/// <summary>
/// Entries of one message that are worked on side by side. Before a write that they can share they wait for one another, so that it is
/// one operation for all: until each of them has come to such a place or to its end, but not longer than five seconds.
/// </summary>
public sealed class SideBySide
{
    // Their message is done when all of them are, so that waiting keeps nobody; a store that hangs must not keep the others for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Follows an entry through everything that is awaited for it.
    private static readonly AsyncLocal<SideBySide?> Ambient = new();

    private readonly Lock working = new();
    private TaskCompletionSource meeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider time;
    private readonly int count;
    private int onTheirWay;
    private int here;

    public SideBySide(int entries, TimeProvider time) => (count, onTheirWay, this.time) = (entries, entries, time);

    /// <summary>True where what is written now is likely to come in company.</summary>
    public static bool IsMeeting => Ambient.Value is { count: > 1 };

    /// <summary>Works on one of the entries.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        Ambient.Value = this;
        try
        {
            await work();
        }
        finally
        {
            _ = Leave(isHere: false);
        }
    }

    /// <summary>Waits for the entries beside the present one; an entry that is alone does not wait.</summary>
    public static Task MeetAsync() => Ambient.Value is { count: > 1 } all ? all.WaitAsync() : Task.CompletedTask;

    private async Task WaitAsync()
    {
        var met = Leave(isHere: true);
        // Whoever waited in vain goes on alone, and what comes later need not wait for it here.
        await Task.WhenAny(met, Task.Delay(Patience, time, CancellationToken.None));
        lock (working)
        {
            if (met.IsCompleted)
                return;
            here--;
            onTheirWay++;
        }
    }

    private Task Leave(bool isHere)
    {
        lock (working)
        {
            var met = meeting.Task;
            onTheirWay--;
            here += isHere ? 1 : 0;
            if (onTheirWay > 0)
                return met;
            (onTheirWay, here) = (here, 0);
            meeting.SetResult();
            meeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return met;
        }
    }
}
