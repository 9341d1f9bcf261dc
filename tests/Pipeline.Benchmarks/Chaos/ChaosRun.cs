using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Poll;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// Takes the same files in twice: undisturbed, and while writers are killed, storage requests fail or lose their answers, and the emulator
/// is stopped and started. Both must come to the same end, the store must agree with itself, and a poller must have seen every change.
/// </summary>
internal sealed class ChaosRun(TextWriter output, ChaosSize size)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<(string Path, string Content)> files = ChaosFiles.Make(size.Articles, size.Seed);

    /// <summary>0 where nothing differs.</summary>
    public async Task<int> RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await output.WriteLineAsync($"{size}: {files.Count} files");
        var (undisturbed, _) = await TakeInAsync(size with { Kills = 0, Restarts = 0, Faults = 0, Latency = TimeSpan.Zero });
        await output.WriteLineAsync(
            $"undisturbed: {undisturbed.Articles.Count} articles after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
        var (disturbed, faults) = await TakeInAsync(size);
        var differences = faults.Concat(disturbed.Compare(undisturbed)).ToList();
        foreach (var difference in differences)
            await output.WriteLineAsync($"WRONG: {difference}");
        await output.WriteLineAsync(
            $"{differences.Count} differences after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s, seed {size.Seed}");
        return differences.Count == 0 ? 0 : 1;
    }

    private async Task<(ChaosOutcome Outcome, IReadOnlyList<string> Faults)> TakeInAsync(ChaosSize disturbance)
    {
        var folder = Directory.CreateTempSubdirectory("chaos").FullName;
        await using var store = await ChaosStore.StartAsync(folder, disturbance);
        await using var endpoint = await Endpoint.StartAsync(store.Proxy.ConnectionString);
        using var http = new HttpClient { BaseAddress = new Uri(endpoint.Urls.Single()) };
        var poller = new ChaosPoller(http);
        var ended = false;
        var polling = poller.RunAsync(() => Volatile.Read(ref ended));
        var writers = Enumerable.Range(0, disturbance.Writers).Select(_ => new WriterProcess(store.Proxy.ConnectionString)).ToList();
        try
        {
            store.Begin(disturbance);
            await Task.WhenAll(DropAsync(endpoint.Services, writers), DisturbAsync(store, writers, disturbance));
            store.Rest();
            await SettleAsync(endpoint.Services);
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }

        Volatile.Write(ref ended, true);
        await polling;
        await output.WriteLineAsync(
            $"{poller.Seen.Count} changes polled, {store.Proxy.Injected} faults, {disturbance.Kills} kills, {disturbance.Restarts} "
                + $"restarts");
        var faults = await ChaosOutcome.CheckAsync(endpoint.Services);
        var outcome = await ChaosOutcome.ReadAsync(endpoint.Services);
        return (outcome, [.. faults, .. await CheckPollerAsync(poller, endpoint.Services)]);
    }

    private async Task DropAsync(IServiceProvider services, List<WriterProcess> writers)
    {
        var account = services.GetRequiredService<StorageAccount>();
        foreach (var (index, (path, content)) in files.Index())
        {
            while (!await TryUploadAsync(account, path, content))
                await Task.Delay(Pause);
            await writers[index % writers.Count].ParseAsync(path);
        }
    }

    private static async Task<bool> TryUploadAsync(StorageAccount account, string path, string content)
    {
        try
        {
            await account.Incoming.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault.IsStorageFault())
        {
            return false;
        }
    }

    private static async Task DisturbAsync(ChaosStore store, List<WriterProcess> writers, ChaosSize disturbance)
    {
        var random = new Random(disturbance.Seed);
        var steps = Enumerable.Repeat(true, disturbance.Kills).Concat(Enumerable.Repeat(false, disturbance.Restarts)).ToArray();
        random.Shuffle(steps);
        foreach (var isKill in steps)
        {
            await Task.Delay(random.Next(1_000, 4_000));
            if (isKill)
                writers[random.Next(writers.Count)].Kill();
            else
                await store.RestartAsync();
        }
    }

    // Done when the ledger has every file at its end and nothing that must follow a commit is left.
    private async Task SettleAsync(IServiceProvider services)
    {
        var (ledger, catalog) = (services.GetRequiredService<LedgerStore>(), services.GetRequiredService<CatalogStore>());
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience;)
        {
            var open = await ledger.ListUnsettledAsync(CancellationToken.None);
            var known = await CountFilesAsync(ledger);
            var pending = await catalog.ListPendingAsync(DateTimeOffset.MaxValue, CancellationToken.None);
            if (open.Count == 0 && known == files.Count && pending.Count == 0)
                return;
            await Task.Delay(Pause);
        }

        await output.WriteLineAsync($"WRONG: not settled within {Patience.TotalMinutes:N0} minutes");
    }

    private static async Task<int> CountFilesAsync(LedgerStore ledger)
    {
        var count = 0;
        for (string? after = null; ;)
        {
            var page = await ledger.ListFilesAsync(new FileQuery { Limit = 500, After = after }, CancellationToken.None);
            count += page.Items.Count;
            if ((after = page.Next) is null)
                return count;
        }
    }

    private static async Task<IReadOnlyList<string>> CheckPollerAsync(ChaosPoller poller, IServiceProvider services)
    {
        var catalog = services.GetRequiredService<CatalogStore>();
        var log = new List<(long, string)>();
        while (await catalog.ListChangesAsync(log.Count, 1000, CancellationToken.None) is { Count: > 0 } lines)
            log.AddRange(lines.Select(line => (line.Sequence, line.Article.Id)));
        return log.SequenceEqual(poller.Seen) ? []
            : [$"the log has {log.Count} changes and the poller saw {poller.Seen.Count}, or other ones"];
    }
}
