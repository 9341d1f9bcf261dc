using System.Diagnostics;
using System.Globalization;
using Pipeline.Local.Emulation;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// The emulator with its data on disk, behind the proxy, killed and started again on the same data. It saves every five seconds what
/// it holds in memory, so that a kill would take back what it had answered for: it is let rest for longer than that, goes on without a
/// word reaching anybody, and is killed then. What it has lost all the same is told apart by a snapshot.
/// </summary>
internal sealed class ChaosStore : IAsyncDisposable
{
    private static readonly TimeSpan SavedAfter = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan MuteFor = TimeSpan.FromMilliseconds(500);

    private readonly string folder;
    private readonly List<string> lost = [];
    private Emulator emulator;

    private ChaosStore(string folder, Emulator emulator, FaultProxy proxy) =>
        (this.folder, this.emulator, Proxy) = (folder, emulator, proxy);

    public FaultProxy Proxy { get; }

    /// <summary>What the emulator had answered for and had no longer when it came back.</summary>
    public IReadOnlyList<string> Lost => lost;

    public static async Task<ChaosStore> StartAsync(string folder, ChaosSize size)
    {
        var emulator = await Emulator.StartAsync(folder, CancellationToken.None);
        var proxy = new FaultProxy(size.Seed);
        await proxy.StartAsync(emulator.ConnectionString);
        return new ChaosStore(folder, emulator, proxy);
    }

    public void Begin(ChaosSize size) => (Proxy.FaultRate, Proxy.MaxLatency) = (size.Faults, size.Latency);

    public void Rest() => (Proxy.FaultRate, Proxy.MaxLatency) = (0, TimeSpan.Zero);

    /// <summary>Kills it in the midst of requests, and starts it on the same data.</summary>
    public async Task RestartAsync()
    {
        await Proxy.HoldAsync();
        await Task.Delay(SavedAfter);
        var before = await StoreSnapshot.TakeAsync(emulator.ConnectionString);
        Proxy.IsMute = true;
        Proxy.Release();
        await Task.Delay(MuteFor);
        await KillAsync();
        emulator = await Emulator.StartAsync(folder, CancellationToken.None);
        lost.AddRange(before.ListLost(await StoreSnapshot.TakeAsync(emulator.ConnectionString), Proxy.Unanswered));
        Proxy.SetTarget(emulator.ConnectionString);
        Proxy.IsMute = false;
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await emulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task KillAsync()
    {
        var id = await File.ReadAllTextAsync(Path.Combine(folder, "azurite.pid"));
        using (var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)))
            process.Kill();
        await emulator.DisposeAsync();
    }
}
