using System.Globalization;
using System.IO.Compression;
using Pipeline.Parsing.Files;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// The body of a recorded HTTP response without its transfer and content encodings (RFC 9112 §7.1, RFC 9110 §8.4). Crawlers often
/// record the header but store the body decoded, so that each encoding is undone only where the bytes show it.
/// </summary>
internal static class HttpBody
{
    // Nobody applies more; a header that lists a thousand would have as many rounds.
    private const int MaxCodings = 3;

    public static Stream Decode(Stream body, HeaderBlock http, ParsingLimits limits)
    {
        var isChunked = http["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        var encoding = http["Content-Encoding"]?.Trim().ToLowerInvariant();
        if (!isChunked && encoding is null or "identity")
            return body;
        var recorded = BoundedStream.ReadAll(body, limits.FileBytes) ?? throw new InvalidDataException("the recorded body is too large");
        var codings = encoding?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var last = codings.AsSpan()[Math.Max(0, codings.Length - MaxCodings)..];
        return Undo(isChunked ? Unchunked(recorded) ?? recorded : recorded, last, limits);
    }

    // In the order in which they were applied (RFC 9110 §8.4).
    private static Stream Undo(byte[] bytes, ReadOnlySpan<string> codings, ParsingLimits limits)
    {
        if (codings is not [.. var inner, var outer])
            return new MemoryStream(bytes);
        var decoded = Undo(bytes, outer);
        return inner.Length == 0 ? decoded
            : Undo(BoundedStream.ReadAll(decoded, limits.FileBytes) ?? throw new InvalidDataException("the recorded body is too large"),
                inner, limits);
    }

    private static Stream Undo(byte[] bytes, string coding) =>
        coding switch
        {
            // Some servers name one of the two and send the other.
            "gzip" or "x-gzip" or "deflate" when bytes is [0x1f, 0x8b, ..] =>
                new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "deflate" when IsZlib(bytes) => new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress),
            // Some servers send deflate without the zlib header that the specification asks for (RFC 9110 §8.4.1.2).
            "deflate" when !LooksLikeText(bytes) => new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "zstd" when ZstdStream.Is(bytes) => ZstdStream.Open(bytes),
            "br" when !LooksLikeText(bytes) => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };

    private static byte[]? Unchunked(ReadOnlySpan<byte> bytes)
    {
        var whole = new MemoryStream();
        while (bytes.IndexOf("\r\n"u8) is >= 0 and var end)
        {
            var size = bytes[..end];
            var extension = size.IndexOf((byte)';');
            if (!int.TryParse(extension < 0 ? size
                : size[..extension], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0)
                return null;
            bytes = bytes[(end + 2)..];
            if (length == 0)
                return whole.ToArray();
            var available = Math.Min(length, bytes.Length);
            whole.Write(bytes[..available]);
            bytes = bytes[Math.Min(available + 2, bytes.Length)..];
        }

        return whole.Length > 0 ? whole.ToArray() : null;
    }

    // RFC 1950 §2.2: the method is 8, and the first two bytes are a multiple of 31.
    private static bool IsZlib(byte[] bytes) =>
        bytes is [var method, var flags, ..] && (method & 0x0f) == 8 && ((method << 8) | flags) % 31 == 0;

    private static bool LooksLikeText(byte[] bytes) => bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];
}
