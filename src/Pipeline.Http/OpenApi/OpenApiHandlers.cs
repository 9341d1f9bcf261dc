using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>Answers with the description, written once.</summary>
internal sealed class OpenApiHandlers(RouteTable table)
{
    private readonly TaggedAnswer description = TaggedAnswer.Json(OpenApiDescription.Write(table.Routes));

    public Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => Task.FromResult<IResult>(description);
}
