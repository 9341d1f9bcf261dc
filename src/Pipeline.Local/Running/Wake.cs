namespace Pipeline.Local.Running;

/// <summary>Ends the pause of a watch as soon as there is something for it to see.</summary>
internal sealed class Wake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);

    public void Signal() => signal.Release();

    /// <summary>Waits for a signal, but not longer than <paramref name="most"/>. Several signals are one.</summary>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        await signal.WaitAsync(most, cancellationToken);
        while (signal.CurrentCount > 0)
            await signal.WaitAsync(cancellationToken);
    }

    public void Dispose() => signal.Dispose();
}
