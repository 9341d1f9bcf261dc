using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Pipeline.Functions.Tests.Worker;
using Pipeline.Functions.Tests.Worker.Messages;
using Pipeline.Local.Emulation;
using Pipeline.Storage.Account;

namespace Pipeline.Functions.Tests;

/// <summary>The worker process itself, started as the host starts it, over the storage emulator.</summary>
[Collection(PublishedAppCollection.Name)]
public sealed class WorkerTests(PublishedApp app)
{
    private const string Post =
        """
        ---
        title: Ferry sails again
        date: 2026-03-02T09:00:00Z
        ---
        The ferry to the island sails again on Monday, an hour later than before the storm.
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_takes_a_dropped_file_to_the_list()
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, Stop);
        var sinceStart = Stopwatch.StartNew();
        await using var host = await WorkerHost.StartAsync(app.Folder, emulator.ConnectionString, Stop);
        using var health = await host.GetAsync("Health", "/api/health", Stop);
        Report(sinceStart.ElapsedMilliseconds);
        Assert.True(health.IsSuccessStatusCode, host.Output);

        var account = new StorageAccount(new StorageSettings { ConnectionString = emulator.ConnectionString });
        await account.Incoming.GetBlobClient("island/ferry.md").UploadAsync(new BinaryData(Post), Stop);
        await DoneAsync(host, "ParseFile", Blob("incoming", "island/ferry.md"));
        foreach (var message in (await account.Queue.ReceiveMessagesAsync(16, cancellationToken: Stop)).Value)
            await DoneAsync(host, "EnrichEntry", new Value { Bytes = ByteString.CopyFrom(message.Body) });
        await DoneAsync(host, "Settle", new Value { Json = """{ "IsPastDue": false }""" });

        Assert.Equal("Ferry sails again", (string?)(await ReadAsync(host, "ListArticles", "/api/articles"))["items"]![0]!["title"]);
        Assert.Equal("settled", (string?)(await ReadAsync(host, "GetFile", "/api/files/island/ferry.md"))["file"]!["state"]);
    }

    [Fact]
    public async Task A_worker_tells_the_host_of_every_function_and_that_it_sends_its_own_traces()
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, Stop);
        await using var host = await WorkerHost.StartAsync(app.Folder, emulator.ConnectionString, Stop);

        Assert.Equal(Trigger.All.Select(trigger => trigger.Name).Order(StringComparer.OrdinalIgnoreCase), host.Functions.Select(
            function => function.Name));
        Assert.Equal(bool.TrueString, host.Capabilities["WorkerOpenTelemetryEnabled"]);
    }

    [Fact]
    public async Task An_entry_that_is_under_way_when_the_host_stops_is_finished()
    {
        await using var emulator = await Emulator.StartAsync(dataFolder: null, Stop);
        await using var host = await WorkerHost.StartAsync(app.Folder, emulator.ConnectionString, Stop);
        var account = new StorageAccount(new StorageSettings { ConnectionString = emulator.ConnectionString });
        await account.Incoming.GetBlobClient("island/ferry.md").UploadAsync(new BinaryData(Post), Stop);
        await DoneAsync(host, "ParseFile", Blob("incoming", "island/ferry.md"));
        var message = (await account.Queue.ReceiveMessageAsync(cancellationToken: Stop)).Value;

        var outcome = await host.InvokeAndCancelAsync("EnrichEntry", new Value { Bytes = ByteString.CopyFrom(message.Body) }, Stop);

        Assert.True(outcome.Status == Outcome.Types.Status.Success, $"{outcome.Status}: {outcome.Exception?.Message}\n{host.Output}");
    }

    private static async Task DoneAsync(WorkerHost host, string function, Value value)
    {
        var outcome = await host.InvokeAsync(function, value, Stop);
        Assert.True(outcome.Status == Outcome.Types.Status.Success, $"{function}: {outcome.Exception?.Message}\n{host.Output}");
    }

    private static async Task<JsonNode> ReadAsync(WorkerHost host, string function, string path)
    {
        using var answer = await host.GetAsync(function, path, Stop);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
    }

    // What the blob extension sends for a parameter that the worker opens itself.
    private static Value Blob(string container, string name) => new()
    {
        ModelBindingData = new Reference
        {
            Version = "1.0",
            Source = "AzureStorageBlobs",
            ContentType = "application/json",
            Content = ByteString.CopyFromUtf8(
                JsonSerializer.Serialize(new { Connection = "PipelineStorage", ContainerName = container, BlobName = name })),
        },
    };

    private static void Report(long milliseconds) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms from the start to the first answer"));
}
