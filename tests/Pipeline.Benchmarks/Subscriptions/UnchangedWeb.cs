using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Fetching.Guarding;

namespace Pipeline.Benchmarks.Subscriptions;

/// <summary>Any number of hosts on one loopback port, whose feeds are all as the client knows them.</summary>
internal sealed class UnchangedWeb : IAsyncDisposable
{
    public const string Tag = "\"1\"";

    private readonly WebApplication app;
    private int requests;
    private int unchanged;

    private UnchangedWeb(WebApplication app)
    {
        this.app = app;
        app.Run(context =>
        {
            Interlocked.Increment(ref requests);
            var isKnown = context.Request.Headers.IfNoneMatch == Tag;
            if (isKnown)
                Interlocked.Increment(ref unchanged);
            context.Response.StatusCode = isKnown ? StatusCodes.Status304NotModified : StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
    }

    public int Requests => requests;

    public int Unchanged => unchanged;

    public int Port => new Uri(app.Urls.Single()).Port;

    /// <summary>Finds every host here.</summary>
    public static ResolveHost Resolve { get; } = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    public static async Task<UnchangedWeb> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = new UnchangedWeb(builder.Build());
        await web.app.StartAsync(cancellationToken);
        return web;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
