using System.Text;

namespace Pipeline.Parsing.Archives;

/// <summary>A first line and the named fields behind it, up to an empty line, as WARC records and HTTP responses begin.</summary>
internal sealed class HeaderBlock
{
    // Apache's limit for a whole request head is about this; longer ones are an attack or another format.
    private const int MaxBlockBytes = 64 * 1024;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    private HeaderBlock(string firstLine) => FirstLine = firstLine;

    public string FirstLine { get; }

    public string? this[string field] => fields.GetValueOrDefault(field);

    /// <summary>The next block of the stream; <c>null</c> at its end.</summary>
    /// <exception cref="InvalidDataException">The block is longer than 64 KiB or breaks off.</exception>
    public static HeaderBlock? Read(Stream stream)
    {
        var left = MaxBlockBytes;
        var first = "";
        while (first.Length == 0)
        {
            if (Line(stream, ref left) is not { } line)
                return null;
            first = line;
        }

        var block = new HeaderBlock(first);
        while (Line(stream, ref left) is { Length: > 0 } line)
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                block.fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return block;
    }

    private static string? Line(Stream stream, ref int left)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next != '\n'; next = stream.ReadByte())
        {
            if (next < 0)
                return line.Length > 0 ? line.ToString() : null;
            if (--left < 0)
                throw new InvalidDataException("a header is longer than 64 KiB");
            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }
}
