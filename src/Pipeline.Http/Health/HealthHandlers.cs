using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Routing;
using Pipeline.Maintenance;

namespace Pipeline.Http.Health;

/// <summary>Whether the endpoint can serve.</summary>
/// <param name="Status"><c>ok</c>, or <c>differs</c> where a deep look found something; what cannot be served at all is a problem.</param>
/// <param name="Head">The sequence number of the last commit.</param>
/// <param name="Store">What a deep look found; <c>null</c> without one.</param>
public sealed record HealthResponse(string Status, long Head, StoreReport? Store);

/// <summary>Answers 200 where the store answers; a store that does not is the problem <c>store-unreachable</c>.</summary>
internal sealed class HealthHandlers(HeadWatch watch, StoreCheck check, StoreRepair repair, KeyCheck keys)
{
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Parameters.Deep.Of(request, 0) == 0)
            return TaggedAnswer.Json(new HealthResponse("ok", await watch.ReadAsync(cancellationToken), null));
        if (keys.RefuseUnlessAdmin(request) is { } problem)
            return problem;
        var report = await check.RunAsync(Parameters.Limit.Of(request, StoreCheck.DefaultSample), cancellationToken);
        return TaggedAnswer.Json(
            new HealthResponse(report.Differences.Count == 0 ? "ok" : "differs", await watch.ReadAsync(cancellationToken), report));
    }

    /// <summary>Looks deep, and mends what differs.</summary>
    public async Task<IResult> RepairAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(await repair.RunAsync(Parameters.Limit.Of(request, Parameters.MaxLimit), cancellationToken));
}
