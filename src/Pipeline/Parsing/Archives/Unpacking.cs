using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// One run through an archive: makes its members and counts them and their bytes against the budget of the outermost file, so that
/// what is read stays bounded whatever the archive says of itself.
/// </summary>
internal sealed class Unpacking(ParserInput input)
{
    private const int MaxNameLength = 300;

    // Each name with the number of the last copy that was told apart from it.
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    /// <summary>True once a limit of the whole archive was passed: nothing more is read from it.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>A rejection where the file lies inside more archives than the limits allow.</summary>
    public static ParseResult.Rejected? TooDeep(ParserInput input, string format)
    {
        var depth = input.File.Path.Split("!/").Length - 1;
        return depth > input.Limits.ArchiveDepth
            ? new ParseResult.Rejected(
                $"an archive inside {depth} others: it is not unpacked beyond {input.Limits.ArchiveDepth}")
            { Format = format }
            : null;
    }

    /// <summary>The next member, read to its end, or why it was refused.</summary>
    public ArchiveMember Read(string name, Stream content)
    {
        if (IsBeyondLimits(name) is { } beyond)
            return beyond;
        try
        {
            return Take(name, content);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return Refused(name, $"damaged: {exception.Message}");
        }
    }

    /// <summary>The next member, whose bytes are at hand.</summary>
    public ArchiveMember Read(string name, ReadOnlyMemory<byte> content, Func<DroppedFile, DroppedFile> describe) =>
        IsBeyondLimits(name) ?? Make(name, content, describe);

    /// <summary>The next member, which is not read. It counts like any other: each has its row in the ledger.</summary>
    public ArchiveMember Refuse(string name, string reason) => IsBeyondLimits(name) ?? Refused(name, reason);

    /// <summary>What the libraries throw for bytes that are not what they claim to be.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or IOException or NotSupportedException or FormatException or ArgumentException
            or OverflowException
                // Brotli's way to say it, and a tar header's with a size beyond what .NET takes for its kind of entry.
                or InvalidOperationException;

    private ArchiveMember Take(string name, Stream content)
    {
        var limit = Math.Min(input.Limits.FileBytes * 4, input.Budget.BytesLeft);
        if (BoundedStream.ReadAll(content, limit) is { } read)
        {
            input.Budget.TakeBytes(read.Length);
            return Make(name, read, file => file);
        }

        if (limit == input.Limits.FileBytes * 4)
            return Refused(name, $"it has more than {limit >> 20} MiB");
        IsExhausted = true;
        return Refused(
            name, $"the archive unpacks to more than {input.Limits.ArchiveRatio} times its size or {input.Limits.ArchiveBytes
                >> 20} MiB: the rest is not read");
    }

    private ArchiveMember Make(string name, ReadOnlyMemory<byte> content, Func<DroppedFile, DroppedFile> describe)
    {
        var unique = Unique(name);
        return new ArchiveMember(
            unique, describe(new DroppedFile($"{input.File.Path}!/{unique}", content) { Budget = input.Budget }), null);
    }

    private ArchiveMember Refused(string name, string reason) => new(Unique(name), null, reason);

    private ArchiveMember? IsBeyondLimits(string name)
    {
        if (IsExhausted)
            return Refused(name, "not read: the archive passed a limit before");
        if (input.Budget.TryTakeMember())
            return null;
        IsExhausted = true;
        return Refused(name, $"the archive has more than {input.Limits.ArchiveMembers} members: the rest is not read");
    }

    // A name is data: it is never a path on any disk, but it is a key in the ledger and has to be there only once.
    private string Unique(string name)
    {
        var shown = new string([.. name.Select(c => char.IsControl(c) ? '_' : c).Take(MaxNameLength)]);
        var unique = shown.Length > 0 ? shown : "unnamed";
        var original = unique;
        while (!names.TryAdd(unique, 1))
            unique = $"{original} ({++names[original]})";
        return unique;
    }
}
