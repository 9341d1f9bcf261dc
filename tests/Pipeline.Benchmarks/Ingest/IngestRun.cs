using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Pipeline.Benchmarks.Poll;
using Pipeline.Ledger;
using Pipeline.Local.Emulation;
using Pipeline.Maintenance;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks.Ingest;

/// <summary>Drops feeds into an empty store and takes their entries to the lists, as one instance of the host does.</summary>
internal sealed class IngestRun(TextWriter output, int articles, int atOnce)
{
    // As the host does.
    private const int ParsedAtOnce = 4;
    private const int MaxReceived = 32;

    // Longer than any message is worked on here.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        await WarmUpAsync(emulator.ConnectionString, cancellationToken);
        await using var pipeline = PipelineInstance.Start(emulator.ConnectionString, $"ingest{Environment.ProcessId}");
        await pipeline.Account.CreateAsync(cancellationToken);
        var (operations, emulated, own, started) =
            (pipeline.Account.Operations.Total, emulator.ProcessorTime, OwnTime(), Stopwatch.GetTimestamp());

        var options = new ParallelOptions { MaxDegreeOfParallelism = ParsedAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(NewsFiles.Make(articles), options, async (file, token) =>
            await pipeline.DropAsync(file.Path, file.Content, token));
        await DrainAsync(pipeline, cancellationToken);

        var time = Stopwatch.GetElapsedTime(started);
        await PrintAsync(time, pipeline.Account.Operations.Total - operations, emulator.ProcessorTime - emulated, OwnTime() - own);
        await CheckAsync(pipeline, cancellationToken);
    }

    // The first entries pay for compilation.
    private static async Task WarmUpAsync(string connection, CancellationToken cancellationToken)
    {
        await using var pipeline = PipelineInstance.Start(connection, $"warm{Environment.ProcessId}");
        await pipeline.Account.CreateAsync(cancellationToken);
        foreach (var (path, content) in NewsFiles.Make(5 * NewsFiles.ItemsPerFile))
            await pipeline.DropAsync(path, content, cancellationToken);
        await pipeline.DrainAsync(cancellationToken);
    }

    private async Task DrainAsync(PipelineInstance pipeline, CancellationToken cancellationToken)
    {
        var working = new List<Task>();
        while (true)
        {
            working.RemoveAll(work => work.IsCompletedSuccessfully);
            if (working.Count > atOnce / 2)
            {
                await await Task.WhenAny(working);
                continue;
            }

            var messages = (await pipeline.Account.Queue.ReceiveMessagesAsync(
                Math.Min(MaxReceived, atOnce - working.Count), Hidden, cancellationToken)).Value;
            working.AddRange(messages.Select(message => Task.Run(() => ReceiveAsync(pipeline, message, cancellationToken))));
            if (messages.Length == 0 && working.Count == 0)
                return;
            if (messages.Length == 0)
                await Task.WhenAll(working);
        }
    }

    private static async Task ReceiveAsync(PipelineInstance pipeline, QueueMessage message, CancellationToken cancellationToken)
    {
        await pipeline.Get<EntryReceiver>().ReceiveAsync(message.Body.ToMemory(), cancellationToken);
        await pipeline.Account.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    private async Task PrintAsync(TimeSpan time, long operations, TimeSpan emulated, TimeSpan own)
    {
        await output.WriteLineAsync($"{articles} articles dropped, {atOnce} messages at once: listed after {time.TotalSeconds:N1} s");
        await output.WriteLineAsync($"{"articles a second",-44}{articles / time.TotalSeconds,10:N1}");
        await output.WriteLineAsync($"{"operations an article",-44}{operations / (double)articles,10:N1}");
        await output.WriteLineAsync($"{"processor: this process, ms an article",-44}{own.TotalMilliseconds / articles,10:N1}");
        await output.WriteLineAsync($"{"processor: emulator, ms an article",-44}{emulated.TotalMilliseconds / articles,10:N1}");
        await output.WriteLineAsync($"{"processor: the emulator's share, %",-44}{100 * (emulated / (emulated + own)),10:N0}");
    }

    // A file is settled when each of its entries has a fate.
    private static async Task CheckAsync(PipelineInstance pipeline, CancellationToken cancellationToken)
    {
        await pipeline.Get<Sweeper>().SettleAsync(cancellationToken);
        if ((await pipeline.Get<ILedgerStore>().ListUnsettledAsync(cancellationToken)).Count is > 0 and var open)
            throw new InvalidOperationException($"{open} files are not settled.");
    }

    private static TimeSpan OwnTime() => Environment.CpuUsage.TotalTime;
}
