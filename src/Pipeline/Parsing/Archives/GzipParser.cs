using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Unpacks gzip (RFC 1952): a single file, a tape archive, or the records of a WARC, each compressed for itself.</summary>
internal sealed class GzipParser : IFormatParser
{
    // RFC 1952 §2.3: ten bytes before the data and eight behind it.
    private const int MinFileBytes = 18;

    private const string BreaksOff = "damaged: the compressed data breaks off";

    public ParseResult? TryParse(ParserInput input)
    {
        var bytes = input.File.Bytes.Span;
        if (bytes is not [0x1f, 0x8b, 0x08, ..])
            return null;
        return CompressedFile.Unpack(
            input, "gzip", "gz", () => new GZipStream(BoundedStream.FromBytes(input.File.Bytes), CompressionMode.Decompress), Single);
    }

    private static IEnumerable<ArchiveMember> Single(Stream content, ParserInput input)
    {
        var member = new Unpacking(input).Read(
            OriginalName(input.File.Bytes.Span) ?? CompressedFile.NameWithout(input.File, ".gz"), content);
        if (member.File is not { } file)
            yield return member;
        else if (IsWhole(input.File.Bytes.Span, file.Bytes.Span))
            yield return member with { File = CompressedFile.Describe(file, input.File, []) };
        else if (file.Bytes.IsEmpty)
            yield return member with { File = null, Refusal = BreaksOff };
        else
            yield return member with { File = CompressedFile.Describe(file, input.File, [BreaksOff]) };
    }

    // RFC 1952 §2.3.1: the last eight bytes are the checksum and the length of the last part. GZipStream takes the end of its input
    // for the end of the data and says nothing of a download that broke off.
    private static bool IsWhole(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> unpacked)
    {
        if (packed.Length < MinFileBytes)
            return false;
        var trailer = packed[^8..];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        return length <= unpacked.Length
            && Crc32.HashToUInt32(unpacked[^(int)length..]) == BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    // RFC 1952 §2.3: FNAME follows the ten fixed bytes where its flag is set and no extra field stands before it.
    private static string? OriginalName(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || (bytes[3] & 0b1100) != 0b1000)
            return null;
        var end = bytes[10..].IndexOf((byte)0);
        return end > 0 ? Encoding.Latin1.GetString(bytes.Slice(10, end)) : null;
    }
}
