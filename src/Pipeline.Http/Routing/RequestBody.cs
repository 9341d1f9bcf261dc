using Microsoft.AspNetCore.Http;

namespace Pipeline.Http.Routing;

/// <summary>Reads the body of a request no further than a limit.</summary>
internal static class RequestBody
{
    private const int Chunk = 64 * 1024;

    /// <summary>The body; <c>null</c> where it is larger than <paramref name="limit"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[Chunk];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
