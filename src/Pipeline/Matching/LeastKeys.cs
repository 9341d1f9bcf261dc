namespace Pipeline.Matching;

/// <summary>The keys of least rank of those that were added, each once, the least first: so few are needed that nothing is
/// sorted.</summary>
internal sealed class LeastKeys(int capacity)
{
    private readonly List<(ulong Rank, ulong Key)> least = new(capacity + 1);

    public IEnumerable<ulong> Keys => least.Select(entry => entry.Key);

    public void Add(ulong rank, ulong key)
    {
        var entry = (rank, key);
        if (least.Count == capacity && entry.CompareTo(least[^1]) >= 0)
            return;
        var place = least.BinarySearch(entry);
        if (place >= 0)
            return;
        least.Insert(~place, entry);
        if (least.Count > capacity)
            least.RemoveAt(capacity);
    }
}
