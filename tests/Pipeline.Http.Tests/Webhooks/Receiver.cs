using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Http.Tests.Webhooks;

/// <summary>Somebody's server that takes deliveries as the specification has it: it verifies the signature, and keeps what it
/// takes.</summary>
internal sealed class Receiver(string secret) : IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>What it does with a delivery before it takes it: answer otherwise, wait, break off.</summary>
    public Func<HttpContext, Task<bool>> Misbehave { get; set; } = _ => Task.FromResult(false);

    public int Port { get; private set; }

    public Uri Url => new($"http://127.0.0.1:{Port}/hook");

    /// <summary>Every delivery that came, with its id and whether it was taken.</summary>
    public ConcurrentQueue<(string Id, bool IsTaken)> Deliveries { get; } = new();

    /// <summary>The changes of the deliveries that were taken, in the order that they came in.</summary>
    public ConcurrentQueue<JsonElement> Changes { get; } = new();

    public IReadOnlyList<long> Sequences => [.. Changes.Select(change => change.GetProperty("sequence").GetInt64())];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port}");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(ReceiveAsync);
        await app.StartAsync(cancellationToken);
        Port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>Its port is closed from then on.</summary>
    public async Task KillAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var id = context.Request.Headers["webhook-id"].ToString();
        var signed = $"{id}.{context.Request.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(body.ToArray())}";
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(signed));
        if (context.Request.Headers["webhook-signature"] != $"v1,{Convert.ToBase64String(expected)}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var isTaken = !await Misbehave(context);
        Deliveries.Enqueue((id, isTaken));
        if (!isTaken)
            return;
        foreach (var change in JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("data").GetProperty("changes").EnumerateArray())
            Changes.Enqueue(change);
    }
}
