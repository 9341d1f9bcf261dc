using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;

namespace Pipeline.Http.Export;

/// <summary>
/// JSON Lines (jsonlines.org), written as they are read and no faster than the client takes them. A fault on the way cuts the answer off,
/// which a client sees, since the end of the answer is missing.
/// </summary>
internal sealed class JsonLines : IResult
{
    public const string MediaType = "application/jsonl";

    private readonly IAsyncEnumerator<IReadOnlyList<JsonObject>> pages;
    private readonly bool isAny;

    private JsonLines(IAsyncEnumerator<IReadOnlyList<JsonObject>> pages, bool isAny) => (this.pages, this.isAny) = (pages, isAny);

    /// <summary>Reads the first page: what fails until then is a problem as on any route.</summary>
    public static async Task<JsonLines> StartAsync(
        IAsyncEnumerable<IReadOnlyList<JsonObject>> pages, CancellationToken cancellationToken)
    {
        var reading = pages.GetAsyncEnumerator(cancellationToken);
        return new JsonLines(reading, await reading.MoveNextAsync());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        await using (pages)
        {
            for (var isMore = isAny && !HttpMethods.IsHead(httpContext.Request.Method); isMore; isMore = await pages.MoveNextAsync())
            {
                foreach (var line in pages.Current)
                {
                    byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, EndpointJson.Options), (byte)'\n'];
                    await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
                }

                await response.Body.FlushAsync(httpContext.RequestAborted);
            }
        }
    }
}
