using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipeline.Benchmarks.Ingest;

/// <summary>Drops one file after the other into the folder of a Pipeline.Local and waits until each can be read over HTTP.</summary>
internal sealed partial class AloneRun(TextWriter output, int files)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-alone-");
        using var local = Start(folder.FullName);
        try
        {
            using var http = new HttpClient { BaseAddress = await ReadAddressAsync(local, cancellationToken) };
            // The first files pay for compilation.
            for (var file = 0; file < 3; file++)
                await DropAsync(http, folder.FullName, files + file, cancellationToken);
            var seconds = new List<double>();
            for (var file = 0; file < files; file++)
                seconds.Add((await DropAsync(http, folder.FullName, file, cancellationToken)).TotalSeconds);
            seconds.Sort();
            await output.WriteLineAsync(
                $"{files} files dropped alone into the folder of Pipeline.Local: readable after {seconds[files / 2]:N2} s (50th), "
                    + $"{seconds[(int)Math.Ceiling(0.95 * files) - 1]:N2} s (95th), {seconds[^1]:N2} s at worst");
            await PrintIdleAsync(local, cancellationToken);
        }
        finally
        {
            local.Kill(entireProcessTree: true);
            await local.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private async Task PrintIdleAsync(Process local, CancellationToken cancellationToken)
    {
        local.Refresh();
        var before = local.TotalProcessorTime;
        await Task.Delay(Idle, cancellationToken);
        local.Refresh();
        await output.WriteLineAsync(
            $"idle: {100 * (local.TotalProcessorTime - before) / Idle:N1} % of one processor, without the emulator");
    }

    private static async Task<TimeSpan> DropAsync(HttpClient http, string folder, int number, CancellationToken cancellationToken)
    {
        // Not in step with the watches.
        await Task.Delay(Random.Shared.Next(200, 1200), cancellationToken);
        var title = $"File {number} {Stopwatch.GetTimestamp()}";
        var post = $"---\ntitle: {title}\ndate: {TimeProvider.System.GetUtcNow():O}\n---\n{string.Join("\n\n", MadeUpStory.Of(number))}\n";
        var started = Stopwatch.GetTimestamp();
        await File.WriteAllTextAsync(Path.Combine(folder, "drop", $"{title}.md"), post, cancellationToken);
        while (!await IsListedAsync(http, title, cancellationToken))
            await Task.Delay(LookEvery, cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<bool> IsListedAsync(HttpClient http, string title, CancellationToken cancellationToken)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/api/articles?limit=5", cancellationToken);
        return page.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("title").GetString() == title);
    }

    private static Process Start(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pipeline.Local.dll");
        Directory.CreateDirectory(Path.Combine(folder, "drop"));
        string[] arguments =
            ["exec", program, "--data", Path.Combine(folder, "data"), "--drop", Path.Combine(folder, "drop"), "--urls",
                "http://127.0.0.1:0", "--no-samples"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment.Remove("AzureWebJobsStorage");
        return Process.Start(start)!;
    }

    private static async Task<Uri> ReadAddressAsync(Process local, CancellationToken cancellationToken)
    {
        while (await local.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                // A pipe that nobody empties would stop it once it is full.
                _ = local.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(match.Groups["url"].Value);
            }
        }

        throw new InvalidOperationException("Pipeline.Local ended at its start.");
    }

    [GeneratedRegex(@"read\s+(?<url>http://\S+)/api/articles", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
