using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pipeline.Http.Tests.Newsroom;

internal static class ProblemAssert
{
    /// <summary>The answer is this problem, in its media type, with words for a person.</summary>
    public static async Task IsAsync(HttpResponseMessage response, HttpStatusCode status, string slug)
    {
        using (response)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal((status, $"urn:pipeline:problem:{slug}"), (response.StatusCode, problem.GetProperty("type").GetString()));
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        }
    }
}
