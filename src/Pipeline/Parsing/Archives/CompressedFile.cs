using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>What a file holds that is compressed as a whole: a single file, a tape archive, or the records of a WARC.</summary>
internal static class CompressedFile
{
    private const int StartBytes = 512;

    internal delegate IEnumerable<ArchiveMember> Read(Stream content, ParserInput input);

    /// <param name="input">The packed file.</param>
    /// <param name="format">What a packed file that is no archive is called.</param>
    /// <param name="suffix">What stands behind <c>tar</c> in the name of a packed tape archive.</param>
    /// <param name="open">The unpacked data, from its beginning at each call.</param>
    /// <param name="single">Reads a single file.</param>
    public static ParseResult Unpack(ParserInput input, string format, string suffix, Func<Stream> open, Read single)
    {
        var start = ReadStart(open);
        var (kind, read) = TarMembers.IsTar(start) ? ($"tar.{suffix}", TarMembers.Read)
            : WarcMembers.IsWarc(start) ? ("WARC", WarcMembers.Read)
            : (format, single);
        return Unpacking.TooDeep(input, kind) ?? (ParseResult)new ParseResult.Archive(kind, Members(input, open, read));
    }

    /// <summary>The file's name without the ending that tells of its packing.</summary>
    public static string NameWithout(DroppedFile file, string ending)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        return name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
    }

    /// <summary>The member with what is declared of the packed file, which is meant for what is in it.</summary>
    public static DroppedFile Describe(DroppedFile member, DroppedFile packed, IReadOnlyList<string> notes) =>
        member with { Address = packed.Address, ContentType = packed.ContentType, ContentLanguage = packed.ContentLanguage, Notes = notes };

    private static byte[] ReadStart(Func<Stream> open)
    {
        var start = new byte[StartBytes];
        try
        {
            using var content = open();
            return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return [];
        }
    }

    private static IEnumerable<ArchiveMember> Members(ParserInput input, Func<Stream> open, Read read)
    {
        // One byte more than all members may have: also what is only skipped costs time, and stays bounded so.
        using var unpacked = open();
        using var content = new SectionStream(unpacked, input.Budget.BytesLeft + 1);
        foreach (var member in read(content, input))
            yield return member;
    }
}
