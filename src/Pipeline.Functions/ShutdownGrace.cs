namespace Pipeline.Functions;

/// <summary>Time for short work to finish where the host stops: an entry takes a second, and failing it costs a line of errors and another
/// delivery.</summary>
internal static class ShutdownGrace
{
    // The host gives a stopping worker 30 seconds. What takes longer than this is delivered again.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>A token that is cancelled 15 seconds after this one.</summary>
    public static CancellationToken AfterGrace(this CancellationToken stopping)
    {
        var late = new CancellationTokenSource();
        stopping.Register(() => late.CancelAfter(Grace));
        return late.Token;
    }
}
