using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Poll;
using Pipeline.Ingestion;
using Pipeline.Local.Emulation;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks.Load;

/// <summary>Asks the endpoint for one kind of answer after the other, and the emulator for the queries behind them.</summary>
internal sealed class LoadRun(TextWriter output, int articles, int connections, TimeSpan time)
{
    /// <summary>The lines are printed as they come. Always 0: what is fast enough is for a person to say.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, cancellationToken);
        await using var endpoint = await Endpoint.StartAsync(emulator.ConnectionString);
        await FillAsync(endpoint.Services, cancellationToken);
        using var http = new HttpClient(
            new SocketsHttpHandler { MaxConnectionsPerServer = connections })
        { BaseAddress = new Uri(endpoint.Urls.Single()) };
        await output.WriteLineAsync(
            $"{articles} articles, {connections} clients at once, {time.TotalSeconds:N0} s each, one machine for clients, endpoint and "
                + $"emulator");
        await output.WriteLineAsync($"{"",-44}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}");
        await EndpointAsync(http, cancellationToken);
        await EmulatorAsync(endpoint.Services, cancellationToken);
        return 0;
    }

    private async Task EndpointAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var page = await http.GetFromJsonAsync<JsonElement>("/api/articles?limit=50", cancellationToken);
        var article = $"/api/articles/{page.GetProperty("items")[0].GetProperty("id").GetString()}";
        var source = page.GetProperty("items")[0].GetProperty("source").GetString();
        var changes = await http.GetFromJsonAsync<JsonElement>("/api/changes?since=latest", cancellationToken);
        await MeasureAsync("a list page of 50", Get(http, "/api/articles?limit=50"), cancellationToken);
        await MeasureAsync("a list page of 50 of one source", Get(http, $"/api/articles?limit=50&source={source}"), cancellationToken);
        await MeasureAsync("an article", Get(http, article), cancellationToken);
        await MeasureAsync("an article, 304", await GetAgainAsync(http, article, cancellationToken), cancellationToken);
        await MeasureAsync("an idle poll", Get(http, $"/api/changes?since={changes.GetProperty("next").GetString()}"), cancellationToken);
        await MeasureAsync("the newest 30 as RSS", Get(http, "/api/feed.rss"), cancellationToken);
        await MeasureAsync(
            "a file of the reader page, 304 (no storage)", await GetAgainAsync(http, "/reader/reader.js", cancellationToken),
            cancellationToken);
    }

    // The ceiling: the same queries without the endpoint in front of them.
    private async Task EmulatorAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (lists, catalog) = (services.GetRequiredService<ListStore>(), services.GetRequiredService<CatalogStore>());
        await MeasureAsync(
            "emulator: a list page (months, then 51 rows)", token => lists.ReadPageAsync(new ListQuery(), token), cancellationToken);
        await MeasureAsync("emulator: one row (the head of the log)", catalog.GetHeadAsync, cancellationToken);
    }

    private async Task MeasureAsync(string name, Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        // The first answers pay for compilation and connections.
        await LoadFigures.OfAsync(ask, connections, time / 5, cancellationToken);
        var figures = await LoadFigures.OfAsync(ask, connections, time, cancellationToken);
        await output.WriteLineAsync($"{name,-44}{figures.PerSecond,12:N0}{figures.Percentile(0.5),10:N1}{figures.Percentile(0.99),10:N1}");
    }

    private static Func<CancellationToken, Task> Get(HttpClient http, string path) => async cancellationToken =>
    {
        using var response = await http.GetAsync(path, cancellationToken);
        response.EnsureSuccessStatusCode();
    };

    private static async Task<Func<CancellationToken, Task>> GetAgainAsync(
        HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var first = await http.GetAsync(path, cancellationToken);
        var tag = first.Headers.ETag!;
        return async token =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(tag);
            using var response = await http.SendAsync(request, token);
            if (response.StatusCode != HttpStatusCode.NotModified)
                throw new InvalidOperationException($"{path} answered {response.StatusCode} to who has it already.");
        };
    }

    private async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var account = services.GetRequiredService<StorageAccount>();
        foreach (var (path, content) in NewsFiles.Make(articles))
        {
            await account.Incoming.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), cancellationToken);
            await services.GetRequiredService<ParseStage>().ParseAsync(path, cancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, connections).Select(
            _ => DrainAsync(services.GetRequiredService<EntryReceiver>(), account.Queue, cancellationToken)));
    }

    private static async Task DrainAsync(EntryReceiver entries, QueueClient queue, CancellationToken cancellationToken)
    {
        while ((await queue.ReceiveMessageAsync(cancellationToken: cancellationToken)).Value is { } message)
        {
            await entries.ReceiveAsync(message.Body.ToMemory(), cancellationToken);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
    }
}
