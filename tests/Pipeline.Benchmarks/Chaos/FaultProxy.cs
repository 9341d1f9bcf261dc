using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// Stands between the pipeline and the storage emulator: fails a share of the requests, half of them after they were done so that only
/// the answer is lost, and delays all. The emulator behind it may be another after a restart.
/// </summary>
internal sealed class FaultProxy(int seed) : IAsyncDisposable
{
    private static readonly string[] Services = ["Blob", "Queue", "Table"];
    private static readonly string[] HopHeaders = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Random random = new(seed);
    private readonly List<WebApplication> listeners = [];
    private Dictionary<string, Uri> targets = new Dictionary<string, Uri>();
    private readonly ConcurrentBag<string> unanswered = [];
    private TaskCompletionSource gate = Opened();
    private int injected;
    private int running;

    /// <summary>The share of requests that fail, 0 to 1.</summary>
    public double FaultRate { get; set; }

    /// <summary>The longest delay of a request.</summary>
    public TimeSpan MaxLatency { get; set; }

    public int Injected => injected;

    /// <summary>Whether the emulator does what it is asked while nobody hears of it.</summary>
    public bool IsMute { get; set; }

    /// <summary>What was asked of it while it was mute: it may have done that, or not.</summary>
    public IReadOnlyCollection<string> Unanswered => unanswered;

    /// <summary>The emulator's connection string, with this proxy's addresses.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task StartAsync(string connection)
    {
        SetTarget(connection);
        ConnectionString = connection;
        foreach (var service in Services)
        {
            var listener = Listen(service);
            listeners.Add(listener);
            await listener.StartAsync();
            ConnectionString = ConnectionString.Replace(
                targets[service].GetLeftPart(UriPartial.Authority), listener.Urls.Single(), StringComparison.Ordinal);
        }
    }

    /// <summary>Sends what comes from now on to this emulator.</summary>
    public void SetTarget(string connection) =>
        targets = connection.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
            .Select(part => part.Split("Endpoint=", 2)).ToDictionary(part => part[0], part => new Uri(part[1]));

    /// <summary>Lets requests wait that come from now on, and waits for those that are on their way.</summary>
    public async Task HoldAsync()
    {
        gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Volatile.Read(ref running) > 0)
            await Task.Delay(Pause);
    }

    /// <summary>Lets all go on that wait.</summary>
    public void Release() => gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        foreach (var listener in listeners)
            await listener.DisposeAsync();
        http.Dispose();
    }

    private WebApplication Listen(string service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context => ForwardAsync(service, context));
        return app;
    }

    private async Task ForwardAsync(string service, HttpContext context)
    {
        var (isFault, isLate, delay) = Draw();
        await Task.Delay(delay);
        if (isFault)
            Interlocked.Increment(ref injected);
        if (isFault && !isLate)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await gate.Task;
        Interlocked.Increment(ref running);
        try
        {
            using var request = await ReadRequestAsync(service, context);
            if (IsMute)
                unanswered.Add($"{request.RequestUri} {await (request.Content?.ReadAsStringAsync() ?? Task.FromResult(""))}");
            using var answer = await http.SendAsync(request, context.RequestAborted);
            if (isFault || IsMute)
                context.Abort();
            else
                await WriteAsync(answer, context);
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException)
        {
            // The emulator is killed, or whoever asked was.
            context.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private (bool IsFault, bool IsLate, TimeSpan Delay) Draw()
    {
        lock (random)
            return (random.NextDouble() < FaultRate, random.Next(2) == 0, MaxLatency * random.NextDouble());
    }

    private async Task<HttpRequestMessage> ReadRequestAsync(string service, HttpContext context)
    {
        // The path must go on as it came, as the signature covers it.
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var address = new Uri(targets[service].GetLeftPart(UriPartial.Authority)
            + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0 || context.Request.ContentLength is not null)
            request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(
            header => !HopHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!HopHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                context.Response.Headers[name] = values.ToArray();
        }

        if (context.Request.Method != HttpMethods.Head
            && answer.StatusCode is not (System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.NotModified))
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
