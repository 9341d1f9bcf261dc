using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Unpacks web archives (ISO 28500) that are not compressed.</summary>
internal sealed class WarcParser : IFormatParser
{
    private const string Format = "WARC";

    public ParseResult? TryParse(ParserInput input) =>
        WarcMembers.IsWarc(input.File.Bytes.Span)
            ? Unpacking.TooDeep(input, Format) ?? (ParseResult)new ParseResult.Archive(Format, Members(input)) : null;

    private static IEnumerable<ArchiveMember> Members(ParserInput input)
    {
        using var stream = BoundedStream.FromBytes(input.File.Bytes);
        foreach (var member in WarcMembers.Read(stream, input))
            yield return member;
    }
}
