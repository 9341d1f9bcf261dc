using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Http.Answers;

namespace Pipeline.Http.Changes;

/// <summary>
/// Writes server-sent events (HTML, 9.2) as they come. It ends when they do, when the client goes, or when the host is asked to stop.
/// </summary>
/// <param name="read">Reads them until it is stopped.</param>
/// <param name="stopping">The host's.</param>
internal sealed class EventStream(
    Func<CancellationToken, IAsyncEnumerable<ServerSentEvent>> read, CancellationToken stopping) : IResult
{
    public const string MediaType = "text/event-stream";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        // What stands between would gather events until they are many (nginx).
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await foreach (var written in read(end.Token))
            {
                await response.Body.WriteAsync(written.Write(), end.Token);
                await response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client comes back with the last id that it has.
        }
    }
}

/// <summary>One event.</summary>
/// <param name="Id">What a client that comes back sends as <c>Last-Event-ID</c>; <c>null</c> for a comment, which only keeps the connection
/// alive.</param>
/// <param name="Data">Written as JSON; <c>null</c> where only the id is told, of which a client hears nothing.</param>
internal sealed record ServerSentEvent(string? Id, object? Data)
{
    public static readonly ServerSentEvent Heartbeat = new(null, null);

    public byte[] Write() => Encoding.UTF8.GetBytes(this switch
    {
        { Id: null } => ": nothing new\n\n",
        { Data: null } => $"id: {Id}\n\n",
        // JSON has no line break outside of what it escapes.
        _ => $"id: {Id}\ndata: {JsonSerializer.Serialize(Data, Data.GetType(), EndpointJson.Options)}\n\n",
    });
}
