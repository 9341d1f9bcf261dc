using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pipeline.Benchmarks.Load;

/// <summary>How often something could be asked for, and how long each answer took.</summary>
internal sealed class LoadFigures
{
    private readonly double[] milliseconds;
    private readonly TimeSpan time;

    private LoadFigures(IEnumerable<double> milliseconds, TimeSpan time) =>
        (this.milliseconds, this.time) = ([.. milliseconds.Order()], time);

    public double PerSecond => milliseconds.Length / time.TotalSeconds;

    /// <summary>Each client asks again as soon as it has its answer, until the time is over.</summary>
    public static async Task<LoadFigures> OfAsync(
        Func<CancellationToken, Task> ask, int clients, TimeSpan time, CancellationToken cancellationToken)
    {
        var milliseconds = new ConcurrentBag<double>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => ClientAsync()));
        return new LoadFigures(milliseconds, Stopwatch.GetElapsedTime(began));

        async Task ClientAsync()
        {
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask(cancellationToken);
                milliseconds.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }
    }

    /// <summary>Milliseconds within which this share of the answers came.</summary>
    public double Percentile(double share) => milliseconds[(int)((milliseconds.Length - 1) * share)];
}
