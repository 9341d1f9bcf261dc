using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Poll;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// Takes the same files in twice: undisturbed, and while writers are killed, storage requests fail or lose their answers, and the emulator
/// is killed and started. Both must come to the same end, the store must agree with itself, and a poller must have seen every change.
/// </summary>
internal sealed class ChaosRun(TextWriter output, ChaosSize size)
{
    // Where nobody kills them, more only wait for each other.
    private const int Enough = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>0 where nothing differs.</summary>
    public async Task<int> RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await output.WriteLineAsync(size.ToString());
        var undisturbed = await TakeInAsync(size with
        {
            Writers = Math.Min(size.Writers, Enough),
            Kills = 0,
            Restarts = 0,
            Faults = 0,
            Latency = TimeSpan.Zero,
        });
        await output.WriteLineAsync(
            $"undisturbed: {undisturbed.Outcome.Articles.Count} articles after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
        var disturbed = await TakeInAsync(size);
        List<string> differences =
            [.. undisturbed.Faults.Select(fault => $"undisturbed: {fault}"), .. disturbed.Faults,
                .. disturbed.Outcome.Compare(undisturbed.Outcome)];
        foreach (var difference in differences)
            await output.WriteLineAsync($"WRONG: {difference}");
        await output.WriteLineAsync(
            $"{differences.Count} differences after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s, seed {size.Seed}");
        return differences.Count == 0 ? 0 : 1;
    }

    private async Task<(ChaosOutcome Outcome, IReadOnlyList<string> Faults)> TakeInAsync(ChaosSize disturbance)
    {
        var folder = Directory.CreateTempSubdirectory("chaos").FullName;
        var files = ChaosFiles.Make(size.Articles, size.Seed, TimeProvider.System.GetUtcNow() + ChaosSize.Embargo);
        await using var store = await ChaosStore.StartAsync(folder, disturbance);
        await using var endpoint = await Endpoint.StartAsync(store.Proxy.ConnectionString);
        using var http = new HttpClient { BaseAddress = new Uri(endpoint.Urls.Single()) };
        var poller = new ChaosPoller(http);
        var ended = false;
        var polling = poller.RunAsync(() => Volatile.Read(ref ended));
        var writers = Enumerable.Range(0, disturbance.Writers).Select(_ => new WriterProcess(store.Proxy.ConnectionString)).ToList();
        IReadOnlyList<string> unsettled;
        try
        {
            store.Begin(disturbance);
            await Task.WhenAll(
                DropAsync(endpoint.Services, files, writers, disturbance.Duration / files.Count),
                DisturbAsync(store, writers, disturbance));
            store.Rest();
            unsettled = await new ChaosEnd(endpoint.Services).WaitAsync(files.Count);
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }

        Volatile.Write(ref ended, true);
        await polling;
        await output.WriteLineAsync(
            $"{files.Count} files, {poller.Seen.Count} changes polled, {store.Proxy.Injected} faults, {disturbance.Kills} kills, "
                + $"{disturbance.Restarts} restarts that lost {store.Lost.Count} rows of the emulator's own");
        var rows = await ChaosRows.ReadAsync(store.Proxy.ConnectionString);
        var outcome = await ChaosOutcome.ReadAsync(endpoint.Services, rows);
        return (outcome,
            [.. store.Lost.Select(row => $"the emulator lost {row}: nothing follows from this run"), .. unsettled, .. rows.Faults,
                .. await ChaosOutcome.CheckAsync(endpoint.Services),
                .. await ChaosLog.CheckAsync(endpoint.Services.GetRequiredService<CatalogStore>(), poller)]);
    }

    private static async Task DropAsync(
        IServiceProvider services, IReadOnlyList<(string Path, string Content)> files, List<WriterProcess> writers, TimeSpan pause)
    {
        var account = services.GetRequiredService<StorageAccount>();
        foreach (var (index, (path, content)) in files.Index())
        {
            while (!await TryUploadAsync(account, path, content))
                await Task.Delay(Pause);
            await writers[index % writers.Count].ParseAsync(path);
            await Task.Delay(pause);
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
            await Task.Delay(ChaosSize.BetweenSteps * 2 * random.NextDouble());
            if (isKill)
                writers[random.Next(writers.Count)].Kill();
            else
                await store.RestartAsync();
        }
    }
}
