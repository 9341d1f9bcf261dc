using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Routing;
using Pipeline.Maintenance;
using Pipeline.Storage.Webhooks;
using Pipeline.Webhooks;

namespace Pipeline.Http.Health;

/// <summary>Whether the endpoint can serve.</summary>
/// <param name="Status"><c>ok</c>, or <c>differs</c> where a deep look found something; what cannot be served at all is a problem.</param>
/// <param name="Head">The sequence number of the last commit.</param>
/// <param name="StoppedWebhooks">How many webhooks are stopped until an admin resumes them.</param>
/// <param name="Store">What a deep look found; <c>null</c> without one.</param>
public sealed record HealthResponse(string Status, long Head, int StoppedWebhooks, StoreReport? Store);

/// <summary>Answers 200 where the store answers; a store that does not is the problem <c>store-unreachable</c>.</summary>
internal sealed class HealthHandlers(HeadWatch watch, WebhookStore webhooks, StoreCheck check, StoreRepair repair, KeyCheck keys)
{
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Parameters.Deep.Of(request, 0) == 0)
            return await AnswerAsync("ok", null, cancellationToken);
        if (keys.RefuseUnlessAdmin(request) is { } problem)
            return problem;
        var report = await check.RunAsync(Parameters.Limit.Of(request, StoreCheck.DefaultSample), cancellationToken);
        return await AnswerAsync(report.Differences.Count == 0 ? "ok" : "differs", report, cancellationToken);
    }

    /// <summary>Looks deep, and mends what differs.</summary>
    public async Task<IResult> RepairAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(await repair.RunAsync(Parameters.Limit.Of(request, Parameters.MaxLimit), cancellationToken));

    private async Task<IResult> AnswerAsync(string status, StoreReport? report, CancellationToken cancellationToken)
    {
        var head = await watch.ReadAsync(cancellationToken);
        var stopped = (await webhooks.ListAsync(cancellationToken)).Count(stored => stored.Progress.Health == WebhookHealth.Stopped);
        return TaggedAnswer.Json(new HealthResponse(status, head, stopped, report));
    }
}
