using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Unpacks gzip (RFC 1952): a single file, a tape archive, or the records of a WARC, each compressed for itself.</summary>
internal sealed class GzipParser : IFormatParser
{
    // RFC 1952 §2.3: ten bytes before the data and eight behind it.
    private const int MinFileBytes = 18;

    private const string BreaksOff = "damaged: the compressed data breaks off";

    private delegate IEnumerable<ArchiveMember> Read(Stream content, ParserInput input);

    public ParseResult? TryParse(ParserInput input)
    {
        var bytes = input.File.Bytes.Span;
        if (bytes is not [0x1f, 0x8b, 0x08, ..])
            return null;
        var (format, read) = Kind(Start(input));
        return Unpacking.TooDeep(input, format) ?? (ParseResult)new ParseResult.Archive(format, Members(input, read));
    }

    private static (string Format, Read Read) Kind(byte[] start)
    {
        if (TarMembers.IsTar(start))
            return ("tar.gz", TarMembers.Read);
        return WarcMembers.IsWarc(start) ? ("WARC", WarcMembers.Read) : ("gzip", Single);
    }

    private static byte[] Start(ParserInput input)
    {
        var start = new byte[512];
        try
        {
            using var content = Open(input);
            return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static GZipStream Open(ParserInput input) => new(BoundedStream.FromBytes(input.File.Bytes), CompressionMode.Decompress);

    private static IEnumerable<ArchiveMember> Members(ParserInput input, Read read)
    {
        // One byte more than all members may have: also what is only skipped costs time, and stays bounded so.
        using var unpacked = Open(input);
        using var content = new SectionStream(unpacked, input.Budget.BytesLeft + 1);
        foreach (var member in read(content, input))
            yield return member;
    }

    private static IEnumerable<ArchiveMember> Single(Stream content, ParserInput input)
    {
        var unpacking = new Unpacking(input);
        var member = unpacking.Read(Name(input.File), content);
        if (member.File is not { } file)
            yield return member;
        else if (IsWhole(input.File.Bytes.Span, file.Bytes.Span))
            yield return member with { File = Described(file, input.File, []) };
        else if (file.Bytes.IsEmpty)
            yield return member with { File = null, Refusal = BreaksOff };
        else
            yield return member with { File = Described(file, input.File, [BreaksOff]) };
    }

    // What is declared of the packed file is meant for what is in it.
    private static DroppedFile Described(DroppedFile member, DroppedFile packed, IReadOnlyList<string> notes) =>
        member with { Address = packed.Address, ContentType = packed.ContentType, ContentLanguage = packed.ContentLanguage, Notes = notes };

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

    private static string Name(DroppedFile file)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        return OriginalName(file.Bytes.Span) ?? (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
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
