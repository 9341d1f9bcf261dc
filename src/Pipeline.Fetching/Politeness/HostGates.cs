using System.Collections.Concurrent;
using Pipeline.Subscriptions;

namespace Pipeline.Fetching.Politeness;

/// <summary>Lets few requests through to a host at once, with a pause between them. A host is named with its port.</summary>
internal sealed class HostGates(SubscriptionSettings settings, TimeProvider time)
{
    // Hosts that were not asked for a while need no gate; so many are kept at the most before they are looked through.
    private const int MaxGates = 10_000;

    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn. Dispose what it returns once the answer is there.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        if (gates.Count > MaxGates)
            Forget();
        var gate = gates.GetOrAdd(host, _ => new Gate(settings, time));
        await gate.Places.WaitAsync(cancellationToken);
        try
        {
            var wait = gate.Reserve();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            return gate;
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    private void Forget()
    {
        foreach (var (host, gate) in gates.Where(pair => pair.Value.IsIdle))
            gates.TryRemove(KeyValuePair.Create(host, gate));
    }

    private sealed class Gate(SubscriptionSettings settings, TimeProvider time) : IDisposable
    {
        private readonly Lock turn = new();
        private DateTimeOffset next;

        public SemaphoreSlim Places { get; } = new(settings.MaxPerHost);

        public bool IsIdle => Places.CurrentCount == settings.MaxPerHost && next < time.GetUtcNow();

        // Requests that may run at once still begin one after the other.
        public TimeSpan Reserve()
        {
            lock (turn)
            {
                var now = time.GetUtcNow();
                var start = next > now ? next : now;
                next = start + settings.HostPause;
                return start - now;
            }
        }

        // The pause is counted from the answer: a host that is slow gets more of it.
        public void Dispose()
        {
            lock (turn)
            {
                var after = time.GetUtcNow() + settings.HostPause;
                next = after > next ? after : next;
            }

            Places.Release();
        }
    }
}
