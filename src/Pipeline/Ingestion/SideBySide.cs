namespace Pipeline.Ingestion;

/// <summary>
/// Entries of one message that are worked on side by side. Before a write that they can share they wait for one another, so that it is
/// one operation for all: until each of them has come to such a place or to its end, whether it succeeded or not. Where one lets the
/// others wait for five seconds, none of them waits any more.
/// </summary>
public sealed class SideBySide
{
    // Their message is done when all of them are, so that waiting keeps nobody; a store that hangs must not keep the others for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Follows an entry through everything that is awaited for it.
    private static readonly AsyncLocal<SideBySide?> Ambient = new();

    private readonly Lock working = new();
    private readonly TimeProvider time;
    private TaskCompletionSource meeting = NewMeeting();
    private int left;
    private int here;
    private volatile bool hasParted;

    /// <param name="entries">How many there are. Each of them has to be run.</param>
    /// <param name="time">Measures how long they wait.</param>
    public SideBySide(int entries, TimeProvider time) => (left, hasParted, this.time) = (entries, entries < 2, time);

    /// <summary>True where what is written now is likely to come in company.</summary>
    public static bool IsMeeting => Ambient.Value is { hasParted: false };

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
            Leave();
        }
    }

    /// <summary>Waits for the entries beside the present one; an entry that is alone does not wait.</summary>
    public static Task MeetAsync() => Ambient.Value is { hasParted: false } all ? all.WaitAsync() : Task.CompletedTask;

    private async Task WaitAsync()
    {
        var met = Come();
        await met.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!met.IsCompleted)
            Part();
    }

    private Task Come()
    {
        lock (working)
        {
            var met = meeting.Task;
            here++;
            GoOnWhereAllAreHere();
            return met;
        }
    }

    private void Leave()
    {
        lock (working)
        {
            left--;
            GoOnWhereAllAreHere();
        }
    }

    private void Part()
    {
        lock (working)
        {
            hasParted = true;
            meeting.TrySetResult();
        }
    }

    private void GoOnWhereAllAreHere()
    {
        if (here < left)
            return;
        here = 0;
        meeting.TrySetResult();
        // Who comes after they have parted finds a meeting that is over.
        if (!hasParted)
            meeting = NewMeeting();
    }

    private static TaskCompletionSource NewMeeting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
