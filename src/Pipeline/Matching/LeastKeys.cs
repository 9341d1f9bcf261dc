namespace Pipeline.Matching;

/// <summary>The keys of least rank of those that were added, each once, the least first: so few are needed that nothing is
/// sorted.</summary>
internal sealed class LeastKeys(int capacity)
{
    private readonly List<(ulong Rank, ulong Key)> least = new(capacity + 1);

    // Nothing above it is kept.
    private ulong greatest = ulong.MaxValue;

    public IEnumerable<ulong> Keys => least.Select(entry => entry.Key);

    public void Add(ulong rank, ulong key)
    {
        // Nearly all of a long text.
        if (rank <= greatest)
            Insert((rank, key));
    }

    private void Insert((ulong Rank, ulong Key) entry)
    {
        var place = least.BinarySearch(entry);
        if (place >= 0)
            return;
        least.Insert(~place, entry);
        if (least.Count > capacity)
            least.RemoveAt(capacity);
        if (least.Count == capacity)
            greatest = least[^1].Rank;
    }
}
