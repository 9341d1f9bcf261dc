using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Http.Answers;

/// <summary>
/// An answer with an entity tag; a client that has it already gets 304 and no body. The tag is weak, because the same
/// answer travels compressed or not (RFC 9110, 8.8.1).
/// </summary>
internal sealed class TaggedAnswer : IResult
{
    // A client may keep it but asks each time whether it still holds.
    private const string Revalidated = "private, no-cache";

    private readonly ReadOnlyMemory<byte> body;
    private readonly string mediaType;
    private readonly EntityTagHeaderValue tag;

    /// <param name="body">The whole answer.</param>
    /// <param name="mediaType">Without parameters; the text is UTF-8.</param>
    public TaggedAnswer(ReadOnlyMemory<byte> body, string mediaType)
    {
        (this.body, this.mediaType) = (body, mediaType);
        tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(body.Span).AsSpan(0, 12))}\"", isWeak: true);
    }

    public static TaggedAnswer Json<T>(T value, string mediaType = "application/json", string cacheControl = Revalidated) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, EndpointJson.Options), mediaType) { CacheControl = cacheControl };

    public string CacheControl { get; init; } = Revalidated;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = CacheControl;
        response.Headers.ETag = tag.ToString();
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = mediaType.StartsWith("text/", StringComparison.Ordinal) ? mediaType + "; charset=utf-8" : mediaType;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private bool IsKnown(HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(
            known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false));
}
