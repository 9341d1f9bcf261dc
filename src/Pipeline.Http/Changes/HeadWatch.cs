using Pipeline.Http.Settings;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Changes;

/// <summary>
/// Reads the head of the log for every poll of the process: polls at the same moment share one read, and all that
/// wait share one read in each <see cref="PipelineHttpSettings.WatchEvery"/>, however many they are.
/// </summary>
internal sealed class HeadWatch(CatalogStore catalog, PipelineHttpSettings settings, TimeProvider time)
{
    private readonly Lock gate = new();
    private Task<long> reading = Task.FromResult(0L);
    private Task<long> tick = Task.FromResult(0L);

    /// <summary>The head, read after this call began or by a poll that overlaps it: one storage operation at most.</summary>
    public Task<long> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (reading.IsCompleted)
                reading = catalog.GetHeadAsync(CancellationToken.None);
            return reading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The head as soon as it is not <paramref name="known"/>, or as it is when <paramref name="wait"/> is over.</summary>
    public async Task<long> WaitAsync(long known, TimeSpan wait, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var head = await ReadAsync(cancellationToken);
        while (head == known && time.GetElapsedTime(began) < wait)
            head = await WaitForTickAsync().WaitAsync(cancellationToken);
        return head;
    }

    private Task<long> WaitForTickAsync()
    {
        lock (gate)
        {
            if (tick.IsCompleted)
                tick = ReadHeadAsync();
            return tick;
        }
    }

    private async Task<long> ReadHeadAsync()
    {
        await Task.Delay(settings.WatchEvery, time);
        return await catalog.GetHeadAsync(CancellationToken.None);
    }
}
