using System.IO.Compression;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Unpacks zip archives.</summary>
internal sealed class ZipParser : IFormatParser
{
    private const string Format = "zip";

    // APPNOTE.TXT §4.3.7 and §4.3.16: a first member, or the end of an archive without members.
    public ParseResult? TryParse(ParserInput input)
    {
        var bytes = input.File.Bytes.Span;
        if (!bytes.StartsWith("PK\u0003\u0004"u8) && !bytes.StartsWith("PK\u0005\u0006"u8))
            return null;
        if (Unpacking.TooDeep(input, Format) is { } rejected)
            return rejected;
        try
        {
            using var zip = Open(input);
            return zip.Entries.Count > input.Limits.ArchiveMembers
                ? new ParseResult.Rejected(
                    $"it has {zip.Entries.Count} members; the limit is {input.Limits.ArchiveMembers}")
                { Format = Format }
                : new ParseResult.Archive(Format, Members(input));
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return new ParseResult.Rejected($"the zip archive is damaged: {exception.Message}") { Format = Format };
        }
    }

    private static ZipArchive Open(ParserInput input) => new(BoundedStream.FromBytes(input.File.Bytes), ZipArchiveMode.Read);

    private static IEnumerable<ArchiveMember> Members(ParserInput input)
    {
        using var zip = Open(input);
        var unpacking = new Unpacking(input);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            yield return Member(entry, unpacking);
    }

    private static ArchiveMember Member(ZipArchiveEntry entry, Unpacking unpacking)
    {
        if (entry.IsEncrypted)
            return unpacking.Refuse(entry.FullName, "it is encrypted");
        try
        {
            using var content = entry.Open();
            return unpacking.Read(entry.FullName, content);
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return unpacking.Refuse(entry.FullName, $"it cannot be unpacked: {exception.Message}");
        }
    }
}
