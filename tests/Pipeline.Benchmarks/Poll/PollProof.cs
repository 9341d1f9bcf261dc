using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ledger;
using Pipeline.Local.Emulation;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;

namespace Pipeline.Benchmarks.Poll;

/// <summary>
/// Proves the polling contract: writers in processes of their own, which are killed and hang at random, take files in while a
/// client polls over HTTP. It must see every commit exactly once, and in the end agree with the lists and the ledger.
/// </summary>
internal sealed class PollProof(TextWriter output, int articles, int writers, int kills)
{
    // Azurite sorts every message of a queue anew at each receive and each delete: with 5,000 that is most of what it does.
    private const int MostWaiting = 400;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestHang = TimeSpan.FromSeconds(8);

    /// <summary>0 where the contract held.</summary>
    public async Task<int> RunAsync()
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, CancellationToken.None);
        await using var endpoint = await Endpoint.StartAsync(emulator.ConnectionString);
        using var http = new HttpClient { BaseAddress = new Uri(endpoint.Urls.Single()) };
        var poller = new Poller(http);
        var began = Stopwatch.GetTimestamp();
        await IngestAsync(emulator.ConnectionString, endpoint.Services, poller);
        var time = Stopwatch.GetElapsedTime(began);
        var faults = await new PollCheck(http, endpoint.Services.GetRequiredService<CatalogStore>()).RunAsync(poller.Changes, articles);
        Print(poller, time, faults);
        return faults.Count == 0 ? 0 : 1;
    }

    private async Task IngestAsync(string connection, IServiceProvider services, Poller poller)
    {
        var processes = Enumerable.Range(0, writers).Select(_ => new WriterProcess(connection)).ToList();
        try
        {
            var ended = false;
            var polling = poller.RunAsync(() => Volatile.Read(ref ended));
            var disturbing = DisturbAsync(processes, poller);
            var files = await DropAsync(services.GetRequiredService<StorageAccount>(), processes, poller);
            await disturbing;
            await SettledAsync(services.GetRequiredService<LedgerStore>(), files);
            Volatile.Write(ref ended, true);
            await polling;
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }

    private async Task<int> DropAsync(StorageAccount account, List<WriterProcess> processes, Poller poller)
    {
        var count = 0;
        foreach (var (path, content) in NewsFiles.Make(articles))
        {
            while ((count * NewsFiles.ItemsPerFile) - poller.Articles > MostWaiting)
                await Task.Delay(Pause);
            await account.Incoming.GetBlobClient(path).UploadAsync(BinaryData.FromString(content));
            await processes[count++ % processes.Count].ParseAsync(path);
        }

        return count;
    }

    // One is killed each time that another part of the articles has come, and another one hangs for a while.
    private async Task DisturbAsync(List<WriterProcess> processes, Poller poller)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            while (poller.Articles < (kill + 0.5) * articles / kills)
                await Task.Delay(Pause);
            await Task.Delay(Random.Shared.Next(400));
            var victim = Random.Shared.Next(processes.Count);
            processes[victim].Kill();
            await processes[(victim + 1) % processes.Count].HangAsync(LongestHang * Random.Shared.NextDouble());
            await output.WriteLineAsync(
                $"{poller.Articles:N0} of {articles:N0} articles have come, {kill + 1} of {kills} kills and hangs are done");
        }
    }

    private static async Task SettledAsync(LedgerStore ledger, int files)
    {
        while (true)
        {
            var open = await ledger.ListUnsettledAsync(CancellationToken.None);
            var page = await ledger.ListFilesAsync(new FileQuery { Limit = 500 }, CancellationToken.None);
            if (open.Count == 0 && page.Items.Count >= Math.Min(files, 500) && page.Items.All(file => file.State == FileState.Settled))
                return;
            await Task.Delay(Pause);
        }
    }

    private void Print(Poller poller, TimeSpan time, IReadOnlyList<string> faults)
    {
        var delays = poller.Delays.Order().ToList();
        var kinds = poller.Changes.CountBy(change => change.GetProperty("kind").GetString()!).Select(kind => $"{kind.Value:N0} {kind.Key}");
        output.WriteLine($"{articles:N0} articles by {writers} writers with {kills} kills and {kills} hangs in {time.TotalSeconds:N0} s");
        output.WriteLine($"{poller.Changes.Count:N0} changes ({string.Join(", ", kinds)}) in {poller.Polls:N0} polls");
        output.WriteLine(
            $"from commit to poller: median {delays[delays.Count / 2]:N2} s, 99 % within {delays[delays.Count * 99 / 100]:N2} s");
        foreach (var fault in faults)
            output.WriteLine($"WRONG: {fault}");
        output.WriteLine(
            faults.Count == 0 ? "every commit exactly once, in order, as the lists and the ledger have it" : "the contract does not hold");
    }
}
