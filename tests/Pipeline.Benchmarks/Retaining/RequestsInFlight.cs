using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pipeline.Benchmarks.Retaining;

/// <summary>How many requests of this process wait for an answer, on average over the time that it is kept.</summary>
internal sealed class RequestsInFlight : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock counting = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private long since = Stopwatch.GetTimestamp();
    private long now;
    private double requestSeconds;

    public RequestsInFlight()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.active_requests" })
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Add(change));
        listener.Start();
    }

    /// <summary>The average so far.</summary>
    public double Average
    {
        get
        {
            Add(0);
            return requestSeconds / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }

    public void Dispose() => listener.Dispose();

    private void Add(long change)
    {
        lock (counting)
        {
            requestSeconds += now * Stopwatch.GetElapsedTime(since).TotalSeconds;
            since = Stopwatch.GetTimestamp();
            now += change;
        }
    }
}
