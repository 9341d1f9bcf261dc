using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Http.Problems;
using Pipeline.Storage.Account;

namespace Pipeline.Http.Routing;

/// <summary>Runs one request on its route: access, parameters, handler; what is thrown becomes a problem here and nowhere else.</summary>
internal sealed partial class RouteRunner(KeyCheck keys, ILogger<RouteRunner> log)
{
    public async Task RunAsync(HttpContext context)
    {
        var route = context.Features.Get<PipelineRoute>()!;
        StampHeaders(context.Response.Headers);
        context.Request.SetViewer(keys.FindViewer(context.Request));
        var result = await AnswerAsync(route, context);
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> AnswerAsync(PipelineRoute route, HttpContext context)
    {
        try
        {
            return keys.Refuse(route, context.Request)
                ?? ParameterCheck.Refuse(route, context.Request)
                ?? await route.Handler(context.RequestServices)(context.Request, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Empty;
        }
        catch (Exception fault) when (fault.IsStorageFault())
        {
            StoreFault(fault, route.Name);
            context.Response.Headers.RetryAfter = "5";
            return ProblemTypes.StoreUnreachable.WithDetail("The storage account did not answer as it should. Try again in a few seconds.");
        }
        catch (Exception fault)
        {
            Fault(fault, route.Name);
            return ProblemTypes.Fault.WithDetail($"{route.Name} failed; the log has the details under this request.");
        }
    }

    // Nothing the endpoint answers may run, be framed or be sniffed; the reader page states its own, wider policy.
    private static void StampHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route}: the store failed")]
    private partial void StoreFault(Exception fault, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed")]
    private partial void Fault(Exception fault, string route);
}
