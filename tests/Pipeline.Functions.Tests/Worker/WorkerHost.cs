using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Functions.Tests.Worker.Messages;

namespace Pipeline.Functions.Tests.Worker;

/// <summary>As much of the Functions host as a worker needs: it starts the published app as its worker process and hands it work.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly HostStream stream = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly WebApplication server;
    private Process? worker;
    private HttpClient? http;
    private int invocations;

    private WorkerHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(stream);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        server = builder.Build();
        server.MapGrpcService<HostStream>();
    }

    /// <summary>What the worker told of itself, in the order of the host: by name.</summary>
    public IReadOnlyList<Function> Functions { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the worker wrote to its console.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts the worker and takes it through the host's greeting until every function is loaded.</summary>
    public static async Task<WorkerHost> StartAsync(string folder, string connection, CancellationToken cancellationToken)
    {
        var host = new WorkerHost();
        await host.server.StartAsync(cancellationToken);
        host.worker = host.StartWorker(folder, connection);
        await host.stream.AwaitAsync(message => message.StartStream, cancellationToken);
        await host.GreetAsync(folder, cancellationToken);
        return host;
    }

    /// <summary>Hands one function its trigger's value.</summary>
    public Task<Outcome> InvokeAsync(string function, Value value, CancellationToken cancellationToken) =>
        InvokeAsync(function, NextId(), value, cancellationToken);

    /// <summary>Hands one function its trigger's value, and tells it in the next breath that the host stops.</summary>
    public async Task<Outcome> InvokeAndCancelAsync(string function, Value value, CancellationToken cancellationToken)
    {
        var id = NextId();
        var outcome = InvokeAsync(function, id, value, cancellationToken);
        await stream.CancelAsync(id, cancellationToken);
        return await outcome;
    }

    /// <summary>Calls a function over HTTP as the host does: the invocation goes over the stream, and the request to the worker
    /// itself.</summary>
    public async Task<HttpResponseMessage> GetAsync(string function, string path, CancellationToken cancellationToken)
    {
        var id = NextId();
        var outcome = InvokeAsync(function, id, new Value { Http = new Call() }, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-ms-invocation-id", id } } };
        var answer = await http!.SendAsync(request, cancellationToken);
        Assert.True((await outcome).Status == Outcome.Types.Status.Success, $"{function}: {(await outcome).Exception?.Message}\n{Output}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        worker?.Kill(entireProcessTree: true);
        worker?.Dispose();
        http?.Dispose();
        await server.DisposeAsync();
    }

    private async Task GreetAsync(string folder, CancellationToken cancellationToken)
    {
        var greeting = new WorkerInitRequest { HostVersion = "4.1000.0", WorkerDirectory = folder, FunctionAppDirectory = folder };
        var init = await stream.AskAsync(
            new StreamingMessage { WorkerInitRequest = greeting }, message => message.WorkerInitResponse, cancellationToken);
        Assert.Equal(Outcome.Types.Status.Success, init.Result.Status);
        Capabilities = init.Capabilities.ToDictionary();
        http = new HttpClient { BaseAddress = new Uri(Capabilities["HttpUri"]) };
        var question = new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } };
        var metadata = await stream.AskAsync(question, message => message.FunctionMetadataResponse, cancellationToken);
        Functions = [.. metadata.FunctionMetadataResults.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        foreach (var function in Functions)
            await LoadAsync(function, cancellationToken);
    }

    private async Task LoadAsync(Function function, CancellationToken cancellationToken)
    {
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        var loaded = await stream.AskAsync(
            new StreamingMessage { FunctionLoadRequest = request }, message => message.FunctionLoadResponse, cancellationToken);
        Assert.Equal((function.Name, Outcome.Types.Status.Success), (function.Name, loaded.Result.Status));
    }

    private Task<Outcome> InvokeAsync(string name, string id, Value value, CancellationToken cancellationToken)
    {
        var function = Functions.Single(function => function.Name == name);
        var parameter = (string)JsonNode.Parse(function.RawBindings[0])!["name"]!;
        var request = new InvocationRequest { InvocationId = id, FunctionId = function.FunctionId, TraceContext = new TraceContext() };
        request.InputData.Add(new Parameter { Name = parameter, Data = value });
        return stream.InvokeAsync(request, cancellationToken);
    }

    private string NextId() => Interlocked.Increment(ref invocations).ToString(CultureInfo.InvariantCulture);

    private Process StartWorker(string folder, string connection)
    {
        var address = server.Urls.Single();
        var start = new ProcessStartInfo("dotnet",
        [
            "Pipeline.Functions.dll", "--functions-uri", address, "--functions-worker-id", "worker", "--functions-request-id", "start",
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ])
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        start.Environment["PipelineStorage"] = connection;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
