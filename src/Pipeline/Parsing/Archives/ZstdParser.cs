using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// Unpacks Zstandard (RFC 8878): a single file, a tape archive, or the records of a WARC, each a frame of its own (WARC Zstandard
/// compression, IIPC).
/// </summary>
internal sealed class ZstdParser : IFormatParser
{
    private delegate IEnumerable<ArchiveMember> Read(Stream content, ParserInput input);

    public ParseResult? TryParse(ParserInput input)
    {
        if (!ZstdStream.Is(input.File.Bytes.Span))
            return null;
        var (format, read) = Kind(Start(input));
        return Unpacking.TooDeep(input, format) ?? (ParseResult)new ParseResult.Archive(format, Members(input, read));
    }

    private static (string Format, Read Read) Kind(byte[] start)
    {
        if (TarMembers.IsTar(start))
            return ("tar.zst", TarMembers.Read);
        return WarcMembers.IsWarc(start) ? ("WARC", WarcMembers.Read) : ("zstd", Single);
    }

    private static byte[] Start(ParserInput input)
    {
        var start = new byte[512];
        try
        {
            using var content = ZstdStream.Open(input.File.Bytes);
            return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return [];
        }
    }

    private static IEnumerable<ArchiveMember> Members(ParserInput input, Read read)
    {
        // One byte more than all members may have: also what is only skipped costs time, and stays bounded so.
        using var unpacked = ZstdStream.Open(input.File.Bytes);
        using var content = new SectionStream(unpacked, input.Budget.BytesLeft + 1);
        foreach (var member in read(content, input))
            yield return member;
    }

    private static IEnumerable<ArchiveMember> Single(Stream content, ParserInput input)
    {
        var name = input.File.Path[(input.File.Path.LastIndexOf('/') + 1)..];
        var member = new Unpacking(input).Read(name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name, content);
        // What is declared of the packed file is meant for what is in it.
        yield return member.File is { } file
            ? member with
            {
                File = file
                with
                { Address = input.File.Address, ContentType = input.File.ContentType, ContentLanguage = input.File.ContentLanguage }
            }
            : member;
    }
}
