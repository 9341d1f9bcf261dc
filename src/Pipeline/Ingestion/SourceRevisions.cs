namespace Pipeline.Ingestion;

/// <summary>
/// When an entry of a source last revised or withdrew an article. What any file of the source had before that has to be compared with the
/// articles again.
/// </summary>
public sealed class SourceRevisions(ISourceRevisionStore store, TimeProvider time) : IDisposable
{
    // The entries of a file revise articles one after the other; one row says so for all of them.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    // Twice as far as the clocks of two instances may be apart.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private const int MaxRemembered = 1000;

    private readonly Dictionary<string, DateTimeOffset> recorded = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Records that an entry of the source revised an article just now. One operation in half a minute at most.</summary>
    public async Task RecordAsync(string source, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (recorded.TryGetValue(source, out var until) && until >= now)
                return;
            await store.RecordAsync(source, now + Ahead, cancellationToken);
            if (recorded.Count >= MaxRemembered)
                recorded.Clear();
            recorded[source] = now + Ahead;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The moment from which on no entry of the source has revised an article, whatever the clock of who asks.</summary>
    public async Task<DateTimeOffset> FindAsync(string source, CancellationToken cancellationToken) =>
        await store.FindAsync(source, cancellationToken) + Skew ?? DateTimeOffset.MinValue;

    public void Dispose() => turn.Dispose();
}
