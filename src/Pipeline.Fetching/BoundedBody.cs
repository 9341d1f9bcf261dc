using System.Buffers;

namespace Pipeline.Fetching;

/// <summary>Reads a body no further than its limit, decompressed as it comes, so that neither one without an end nor one that unpacks to
/// a thousand times its size costs more than the limit.</summary>
internal static class BoundedBody
{
    private const int Chunk = 64 * 1024;

    /// <summary>The body; <c>null</c> where it is larger than <paramref name="limit"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > limit)
                    return null;
                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }
}
