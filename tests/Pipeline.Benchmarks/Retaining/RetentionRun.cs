using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Retaining;

/// <summary>Stores articles as the enrichment does, lets all of them expire, and says what that is a day.</summary>
internal sealed class RetentionRun(string direct, string delayed, TimeSpan latency, TextWriter output)
{
    private const int AtOnce = 32;
    private const int CopyOf = 10;

    // 25 minutes of every 30.
    private const int SecondsADay = 48 * 25 * 60;

    /// <summary>False where anything is left.</summary>
    public async Task<bool> RunAsync(int articles, CancellationToken cancellationToken)
    {
        var prefix = $"retention{Environment.ProcessId}";
        await using (var filling = PipelineInstance.Start(direct, prefix))
            await FillAsync(filling, articles, cancellationToken);
        await using var pipeline = new PipelineInstance(new ServiceCollection()
            .AddPipelineStages(new PipelineSettings { Ingestion = new IngestionSettings { Retention = TimeSpan.FromMilliseconds(1) } })
            .AddPipelineStorage(PipelineInstance.NameStorage(delayed, prefix))
            .BuildServiceProvider());
        using var requests = new RequestsInFlight();
        var (started, before, cpu) = (Stopwatch.GetTimestamp(), pipeline.Account.Operations.Total, Environment.CpuUsage.TotalTime);
        var expired = await pipeline.Get<Retention>().ExpireAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var operations = (pipeline.Account.Operations.Total - before) / (double)expired;
        var processor = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / expired;
        await output.WriteLineAsync(
            $"{expired} articles expired in {seconds:F1} s: {expired / seconds:F0} a second, {operations:F1} operations each "
            + $"({operations * expired / seconds:F0} a second), {requests.Average:F0} of them at once, {processor * 1000:F1} ms of "
            + "processor time each");
        WriteDay("as measured, with the emulator beside it", expired / seconds);
        if (latency > TimeSpan.Zero)
            WriteDay(
                $"where each operation takes {latency.TotalMilliseconds} ms and no more",
                requests.Average / latency.TotalSeconds / operations);
        WriteDay("as far as one processor goes, with the client of the store and, where time is added, the proxy", 1 / processor);
        return expired >= articles - 1;
    }

    // The emulator works many times as long at an operation as this process does, so what it answers is not what an account would.
    private void WriteDay(string what, double aSecond) => output.WriteLine(
        $"{what}: {aSecond:F0} a second, {aSecond * SecondsADay:N0} a day");

    private async Task FillAsync(PipelineInstance pipeline, int articles, CancellationToken cancellationToken)
    {
        await pipeline.Account.CreateAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, articles), options, async (number, token) =>
            await pipeline.Get<EnrichStage>().EnrichAsync(Message(number), token));
        await output.WriteLineAsync($"{articles} articles stored in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    private static EntryMessage Message(int number)
    {
        var story = number % CopyOf == 0 ? number + 1 : number;
        var (source, url) = ($"source{number % 100}", $"https://source{number % 100}.example/{number}");
        var entry = new Entry
        {
            Title = $"Story {story}",
            Url = url,
            SourceId = url,
            ContentHtml = string.Concat(MadeUpStory.Of(story).Select(sentence => $"<p>{sentence}</p>")),
        };
        return new EntryMessage(entry, new EntryOrigin($"{source}/{number}.xml", "1", 0), source, TimeProvider.System.GetUtcNow());
    }
}
