using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Fetching.Guarding;

namespace Pipeline.Fetching.Tests.Web;

/// <summary>A web of many hosts below <c>.test</c>, on one free loopback port, over real HTTP.</summary>
internal sealed class TestWeb : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, RequestDelegate> sites = new(StringComparer.OrdinalIgnoreCase);

    private TestWeb(WebApplication app, TimeProvider time)
    {
        this.app = app;
        app.Run(async context =>
        {
            var headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var path = context.Request.Path + context.Request.QueryString;
            Asked.Enqueue(new AskedRequest(context.Request.Host.Host, path, time.GetUtcNow(), headers));
            if (sites.TryGetValue(context.Request.Host.Host, out var site))
                await site(context);
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }

    /// <summary>Every request so far, in order.</summary>
    public ConcurrentQueue<AskedRequest> Asked { get; } = new();

    public int Port => new Uri(app.Urls.Single()).Port;

    public static async Task<TestWeb> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AllowSynchronousIO = true);
        builder.Logging.ClearProviders();
        var web = new TestWeb(builder.Build(), time);
        await web.app.StartAsync(cancellationToken);
        return web;
    }

    public void Serve(string host, RequestDelegate site) => sites[host] = site;

    public Uri Address(string host, string path) => new($"http://{host}:{Port}{path}");

    public IReadOnlyList<AskedRequest> Of(string host) => [.. Asked.Where(request => request.Host == host)];

    /// <summary>Finds all hosts here, save for those that are said to be elsewhere.</summary>
    public static ResolveHost Resolver(params (string Host, string Address)[] elsewhere) => (host, _) => Task.FromResult<IPAddress[]>(
        [IPAddress.Parse(elsewhere.FirstOrDefault(other => other.Host == host).Address ?? "127.0.0.1")]);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>One request as the server saw it.</summary>
internal sealed record AskedRequest(string Host, string Path, DateTimeOffset At, IReadOnlyDictionary<string, string> Headers);
