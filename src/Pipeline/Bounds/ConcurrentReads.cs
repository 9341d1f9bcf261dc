namespace Pipeline.Bounds;

/// <summary>Reads for each of many things, so many at once that a store is kept busy and no more.</summary>
public static class ConcurrentReads
{
    /// <summary>What <paramref name="read"/> returns for each, in the order of the items. Stops at the first fault and throws it.</summary>
    /// <param name="items">What is read for.</param>
    /// <param name="most">How many at once, at the most.</param>
    /// <param name="read">One reading.</param>
    /// <param name="cancellationToken">Stops what was not begun, and goes on to each reading.</param>
    public static async Task<IReadOnlyList<TResult>> ReadEachAsync<T, TResult>(
        this IReadOnlyList<T> items, int most, Func<T, CancellationToken, ValueTask<TResult>> read, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count), options, async (index, token) => results[index] = await read(items[index], token));
        return results;
    }
}
