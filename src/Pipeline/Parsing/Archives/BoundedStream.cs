namespace Pipeline.Parsing.Archives;

/// <summary>Reads streams whose length nobody can be trusted about.</summary>
internal static class BoundedStream
{
    /// <summary>Everything up to the end; <c>null</c> where that is more than <paramref name="limit"/> bytes.</summary>
    public static byte[]? ReadAll(Stream stream, long limit)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (all.Length + read > limit)
                return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>The file's bytes as a stream, without a copy where they allow it.</summary>
    public static MemoryStream FromBytes(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
