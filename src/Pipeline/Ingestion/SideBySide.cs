namespace Pipeline.Ingestion;

/// <summary>
/// Entries of one message that are worked on side by side. Before a step that writes what they can share they wait for one another, so
/// that it is one operation for all: once each of them waits or has come to its end, whether it succeeded or not, those at the earliest
/// step go on. Where one lets the others wait for five seconds, none of them waits any more.
/// </summary>
public sealed class SideBySide
{
    // Their message is done when all of them are, so that waiting keeps nobody; a store that hangs must not keep the others for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Follows an entry through everything that is awaited for it.
    private static readonly AsyncLocal<SideBySide?> Ambient = new();

    private readonly Lock working = new();
    private readonly TimeProvider time;
    private readonly List<(SharedStep Step, TaskCompletionSource Met)> here = [];
    private int left;
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
    public static Task MeetAsync(SharedStep step) => Ambient.Value is { hasParted: false } all ? all.WaitAsync(step) : Task.CompletedTask;

    private async Task WaitAsync(SharedStep step)
    {
        var met = Come(step);
        await met.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!met.IsCompleted)
            Part();
    }

    private Task Come(SharedStep step)
    {
        lock (working)
        {
            if (hasParted)
                return Task.CompletedTask;
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            here.Add((step, met));
            GoOnWhereAllAreHere();
            return met.Task;
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
            here.ForEach(entry => entry.Met.SetResult());
            here.Clear();
        }
    }

    private void GoOnWhereAllAreHere()
    {
        if (here.Count < left || here.Count == 0)
            return;
        var earliest = here.Min(entry => entry.Step);
        here.FindAll(entry => entry.Step == earliest).ForEach(entry => entry.Met.SetResult());
        here.RemoveAll(entry => entry.Step == earliest);
    }
}
