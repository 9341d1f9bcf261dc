using System.Formats.Tar;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>Reads the members of a tape archive.</summary>
internal static class TarMembers
{
    // POSIX.1 ustar: the magic stands at offset 257 of the first header; GNU writes the same letters.
    public static bool IsTar(ReadOnlySpan<byte> start) => start.Length >= 512 && start[257..].StartsWith("ustar"u8);

    /// <summary>The regular files of the archive; a damaged place ends it with a refusal.</summary>
    public static IEnumerable<ArchiveMember> Read(Stream stream, ParserInput input)
    {
        using var tar = new TarReader(stream, leaveOpen: true);
        var unpacking = new Unpacking(input);
        while (!unpacking.IsExhausted)
        {
            var (entry, damage) = Next(tar);
            if (damage is not null)
                yield return unpacking.Refuse("the rest of the archive", $"damaged: {damage}");
            if (entry is null)
                yield break;
            if (Member(entry, unpacking) is { } member)
                yield return member;
        }
    }

    private static (TarEntry? Entry, string? Damage) Next(TarReader tar)
    {
        try
        {
            return (tar.GetNextEntry(), null);
        }
        catch (Exception exception) when (Unpacking.IsDamage(exception))
        {
            return (null, exception.Message);
        }
    }

    private static ArchiveMember? Member(TarEntry entry, Unpacking unpacking) => entry.EntryType switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile =>
            unpacking.Read(entry.Name, entry.DataStream ?? Stream.Null),
        TarEntryType.SymbolicLink or TarEntryType.HardLink => unpacking.Refuse(entry.Name, "it is a link and no file"),
        _ => null,
    };
}
