using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Unpacks tape archives that are not compressed.</summary>
internal sealed class TarParser : IFormatParser
{
    private const string Format = "tar";

    public ParseResult? TryParse(ParserInput input) =>
        TarMembers.IsTar(input.File.Bytes.Span)
            ? Unpacking.TooDeep(input, Format) ?? (ParseResult)new ParseResult.Archive(Format, Members(input)) : null;

    private static IEnumerable<ArchiveMember> Members(ParserInput input)
    {
        using var stream = BoundedStream.FromBytes(input.File.Bytes);
        foreach (var member in TarMembers.Read(stream, input))
            yield return member;
    }
}
