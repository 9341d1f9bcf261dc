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
            if (zip.Entries.Count > input.Limits.ArchiveMembers)
                return new ParseResult.Rejected(
                    $"it has {zip.Entries.Count} members; the limit is {input.Limits.ArchiveMembers}")
                { Format = Format };
            var beside = IsWebArchive(zip) ? zip.Entries.Count(entry => !IsRecord(entry)) : 0;
            return new ParseResult.Archive(beside > 0 ? "WACZ" : Format, Members(input))
            {
                Notes = beside > 0 ? [$"{beside} members that only describe the web archive (page lists, indexes) are not read"] : [],
            };
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return new ParseResult.Rejected($"the zip archive is damaged: {exception.Message}") { Format = Format };
        }
    }

    private static ZipArchive Open(ParserInput input) =>
        new(BoundedStream.FromBytes(input.File.Bytes), ZipArchiveMode.Read, leaveOpen: false, RawNameEncoding.Instance);

    private static IEnumerable<ArchiveMember> Members(ParserInput input)
    {
        using var zip = Open(input);
        var unpacking = new Unpacking(input);
        var names = new MemberNames(zip.Entries.Select(entry => entry.FullName));
        var isWebArchive = IsWebArchive(zip);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && (!isWebArchive || IsRecord(entry))))
            yield return Member(entry, names.Decode(entry.FullName), unpacking);
    }

    // WACZ 1.1.1 §5: the records lie in archive/, and what lies beside them lists and indexes them.
    private static bool IsWebArchive(ZipArchive zip) =>
        zip.GetEntry("datapackage.json") is not null && zip.Entries.Any(IsRecord);

    private static bool IsRecord(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("archive/", StringComparison.Ordinal)
            && entry.FullName.Contains(".warc", StringComparison.OrdinalIgnoreCase);

    private static ArchiveMember Member(ZipArchiveEntry entry, string name, Unpacking unpacking)
    {
        if (entry.IsEncrypted)
            return unpacking.Refuse(name, "it is encrypted");
        try
        {
            using var content = entry.Open();
            return unpacking.Read(name, content);
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return unpacking.Refuse(name, $"it cannot be unpacked: {exception.Message}");
        }
    }
}
