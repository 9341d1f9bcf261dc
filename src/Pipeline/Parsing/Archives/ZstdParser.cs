using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// Unpacks Zstandard (RFC 8878): a single file, a tape archive, or the records of a WARC, each a frame of its own (WARC Zstandard
/// compression, IIPC).
/// </summary>
internal sealed class ZstdParser : IFormatParser
{
    public ParseResult? TryParse(ParserInput input) =>
        ZstdStream.Is(input.File.Bytes.Span)
            ? CompressedFile.Unpack(input, "zstd", "zst", () => ZstdStream.Open(input.File.Bytes), Single) : null;

    private static IEnumerable<ArchiveMember> Single(Stream content, ParserInput input)
    {
        var member = new Unpacking(input).Read(CompressedFile.NameWithout(input.File, ".zst"), content);
        yield return member.File is { } file ? member with { File = CompressedFile.Describe(file, input.File, []) } : member;
    }
}
