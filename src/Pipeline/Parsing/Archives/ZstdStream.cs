using System.Buffers.Binary;
using ZstdSharp;

namespace Pipeline.Parsing.Archives;

/// <summary>Opens data that is compressed with Zstandard; what is not as it should be is an <see cref="InvalidDataException"/>.</summary>
internal static class ZstdStream
{
    // RFC 8878 §3.1.1; and the skippable frame in which a WARC carries the dictionary of all its records.
    private const uint Frame = 0xFD2FB528;
    private const uint DictionaryFrame = 0x184D2A5D;

    // A dictionary is trained on samples, and kept small because each record needs it.
    private const int MaxDictionaryBytes = 16 << 20;

    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) is var magic
        && (magic == Frame || (magic == DictionaryFrame && DictionaryEnd(bytes) is { } end
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[end..]) == Frame));

    /// <summary>The unpacked data, all frames one behind the other. Windows beyond 128 MiB are refused, which is the format's own
    /// default.</summary>
    public static Stream Open(ReadOnlyMemory<byte> bytes)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span) == DictionaryFrame ? DictionaryEnd(bytes.Span) ?? 0 : 0;
        var stream = new DecompressionStream(BoundedStream.FromBytes(bytes[end..]), leaveOpen: false);
        if (end > 0)
            stream.LoadDictionary(Dictionary(bytes[8..end]));
        return new GuardedStream(stream);
    }

    private static int? DictionaryEnd(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) is var size && size <= MaxDictionaryBytes && bytes.Length >= size + 12
            ? (int)size + 8 : null;

    private static byte[] Dictionary(ReadOnlyMemory<byte> written)
    {
        if (written.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(written.Span) != Frame)
            return written.ToArray();
        using var packed = new GuardedStream(new DecompressionStream(BoundedStream.FromBytes(written), leaveOpen: false));
        return BoundedStream.ReadAll(packed, MaxDictionaryBytes) ?? throw new InvalidDataException("the dictionary is too large");
    }

    // The library has an exception of its own for damaged data.
    private sealed class GuardedStream(Stream inner) : ForwardStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            try
            {
                return inner.Read(buffer, offset, count);
            }
            catch (Exception exception) when (exception is ZstdException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"zstd: {exception.Message}", exception);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
