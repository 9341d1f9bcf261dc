using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;

namespace Pipeline.Http.OpenApi;

/// <summary>Answers with the description, written once.</summary>
internal sealed class OpenApiHandlers
{
    private readonly TaggedAnswer description = TaggedAnswer.Json(OpenApiDescription.Write());

    public Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) => Task.FromResult<IResult>(description);
}
