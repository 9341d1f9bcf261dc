using System.Collections.Concurrent;

namespace Pipeline.Subscriptions.Fetching;

/// <summary>Which hosts asked to be left alone (Retry-After, 429), and until when. A host is named with its port.</summary>
public sealed class HostWaits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<HostWait> fresh = new();

    /// <summary>How long the address's host is still to be left alone; <c>null</c> where it may be asked.</summary>
    public TimeSpan? Find(Uri address) =>
        waits.TryGetValue(address.Authority, out var until) && until > time.GetUtcNow() ? until - time.GetUtcNow() : null;

    /// <summary>Notes what a host asked for.</summary>
    public void Add(Uri address, TimeSpan wait)
    {
        var asked = new HostWait(address.Authority, time.GetUtcNow() + wait);
        Learn([asked]);
        fresh.Enqueue(asked);
    }

    /// <summary>Takes over what other instances were asked for.</summary>
    public void Learn(IEnumerable<HostWait> others)
    {
        foreach (var (host, until) in others)
            waits.AddOrUpdate(host, until, (_, known) => known > until ? known : until);
    }

    /// <summary>What was noted since it was last taken, for other instances.</summary>
    public IReadOnlyList<HostWait> TakeFresh()
    {
        var taken = new List<HostWait>();
        while (fresh.TryDequeue(out var wait))
            taken.Add(wait);
        return taken;
    }
}

/// <summary>A host that is left alone until a moment.</summary>
public sealed record HostWait(string Host, DateTimeOffset Until);
