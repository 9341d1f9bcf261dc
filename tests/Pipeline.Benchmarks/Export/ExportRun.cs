using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Benchmarks.Search;
using Pipeline.Clusters;
using Pipeline.Ingestion.Identity;
using Pipeline.Local.Emulation;
using Pipeline.Storage;
using Pipeline.Storage.Account;

namespace Pipeline.Benchmarks.Export;

/// <summary>
/// Exports the log of a made-up archive from an endpoint in a process of its own, whose memory is its own then. The archive is filled
/// through the stores, since taking a hundred thousand files in would measure that.
/// </summary>
internal static class ExportRun
{
    // Two rows each and the head: a transaction holds 100.
    private const int ArticlesACommit = 49;
    private const int AtOnce = 16;
    private const string ListFields = "title,url,source,published,excerpt,language,clusterId";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(int articles, bool whole, TextWriter output, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(null, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        await FillAsync(emulator.ConnectionString, articles, whole, cancellationToken);
        await output.WriteLineAsync(Text($"{articles} articles filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));
        using var process = StartEndpoint(emulator.ConnectionString);
        var address = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The endpoint did not start.");
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        await http.GetStringAsync($"{address}/api/changes?limit=1", cancellationToken);
        var before = PeakOf(process);
        began = Stopwatch.GetTimestamp();
        var (lines, bytes) = await ReadAsync(
            http, $"{address}/api/export?since=oldest{(whole ? "" : $"&fields={ListFields}")}", cancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        await output.WriteLineAsync(Text(
            $"{lines} lines, {bytes >> 20} MiB exported in {took.TotalSeconds:F1} s: {lines / took.TotalSeconds:F0} lines a second"));
        await output.WriteLineAsync(Text(
            $"peak working set of the endpoint: {PeakOf(process) >> 20} MiB, {before >> 20} MiB before the export"));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return lines == articles ? 0 : 1;
    }

    private static async Task FillAsync(string connection, int articles, bool whole, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddPipelineStages(new PipelineSettings())
            .AddPipelineStorage(new StorageSettings { ConnectionString = connection })
            .BuildServiceProvider();
        await services.GetRequiredService<StorageAccount>().CreateAsync(cancellationToken);
        var (catalog, store, news) =
            (services.GetRequiredService<ICatalogStore>(), services.GetRequiredService<IArticleStore>(), new MadeUpNews(1));
        foreach (var numbers in Enumerable.Range(0, articles).Chunk(ArticlesACommit))
        {
            var made = numbers.Select(number => news.Write(number, Start.AddSeconds(number))).ToList();
            if (whole)
                await Parallel.ForEachAsync(
                    made,
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                    async (article, token) => await store.TrySaveAsync(article.Text with { Revision = 1 }, [], null, token));
            var commit = await catalog.CommitAsync(
                (open, _) =>
                {
                    foreach (var (change, _) in made)
                        open.Commit(ChangeKind.New, change.Article with { Revision = 1 });
                    return Task.FromResult<string?>(null);
                },
                null,
                cancellationToken);
            catalog.Complete(commit);
        }
    }

    private static async Task<(int Lines, long Bytes)> ReadAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        var (lines, bytes, buffer) = (0, 0L, new byte[64 * 1024]);
        await using var stream = await http.GetStreamAsync(address, cancellationToken);
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (lines, bytes);
    }

    private static Process StartEndpoint(string connection) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(ExportRun).Assembly.Location, "endpoint", connection])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static long PeakOf(Process process)
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
