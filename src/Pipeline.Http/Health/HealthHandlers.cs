using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;

namespace Pipeline.Http.Health;

/// <summary>Whether the endpoint can serve.</summary>
/// <param name="Status">Always <c>ok</c>: anything else is a problem.</param>
/// <param name="Head">The sequence number of the last commit.</param>
public sealed record HealthResponse(string Status, long Head);

/// <summary>Answers 200 where the store answers; a store that does not is the problem <c>store-unreachable</c>.</summary>
internal sealed class HealthHandlers(HeadWatch watch)
{
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(new HealthResponse("ok", await watch.ReadAsync(cancellationToken)));
}
