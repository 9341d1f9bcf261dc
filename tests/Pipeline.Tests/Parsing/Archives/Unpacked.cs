using System.Text;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Archives;

/// <summary>What the file parser makes of an archive.</summary>
internal static class Unpacked
{
    public static List<ArchiveMember> Members(byte[] archive, ParsingLimits? limits = null, string path = "wire/archive") =>
        [.. Assert.IsType<ParseResult.Archive>(Parse(archive, limits, path)).Members];

    public static ParseResult Parse(byte[] archive, ParsingLimits? limits = null, string path = "wire/archive") =>
        new FileParser(new ParsingSettings { Limits = limits ?? new ParsingLimits() }).Parse(new DroppedFile(path, archive));

    public static string Text(ArchiveMember member) => Encoding.UTF8.GetString(member.File!.Bytes.Span);
}
