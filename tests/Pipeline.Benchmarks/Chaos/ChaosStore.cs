using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// The emulator with its data on disk, behind the proxy. It is stopped as an operator does, which saves what it holds: killed it would
/// lose the rows of its last seconds, which no store that the pipeline runs on does.
/// </summary>
internal sealed class ChaosStore : IAsyncDisposable
{
    private readonly string folder;
    private Emulator emulator;

    private ChaosStore(string folder, Emulator emulator, FaultProxy proxy) =>
        (this.folder, this.emulator, Proxy) = (folder, emulator, proxy);

    public FaultProxy Proxy { get; }

    public static async Task<ChaosStore> StartAsync(string folder, ChaosSize size)
    {
        var emulator = await Emulator.StartAsync(folder, CancellationToken.None);
        var proxy = new FaultProxy(size.Seed);
        await proxy.StartAsync(emulator.ConnectionString);
        return new ChaosStore(folder, emulator, proxy);
    }

    public void Begin(ChaosSize size) => (Proxy.FaultRate, Proxy.MaxLatency) = (size.Faults, size.Latency);

    public void Rest() => (Proxy.FaultRate, Proxy.MaxLatency) = (0, TimeSpan.Zero);

    /// <summary>Stops it in the midst of requests, and starts it on the same data.</summary>
    public async Task RestartAsync()
    {
        await emulator.DisposeAsync();
        emulator = await Emulator.StartAsync(folder, CancellationToken.None);
        Proxy.SetTarget(emulator.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await emulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
