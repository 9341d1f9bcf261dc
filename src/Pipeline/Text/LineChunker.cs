using DiffPlex;

namespace Pipeline.Text;

/// <summary>Cuts a text for DiffPlex into the lines that are not empty.</summary>
internal sealed class LineChunker : IChunker
{
    public static readonly LineChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text) => [.. RangesOf(text).Select(range => text[range])];

    /// <summary>Where the lines stand, in order, without the white space around them.</summary>
    public static IReadOnlyList<Range> RangesOf(string text)
    {
        var lines = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start..end);
            var blank = line.Length - line.TrimStart().Length;
            if (line.Trim().Length is > 0 and var length)
                lines.Add((start + blank)..(start + blank + length));
            start = end + 1;
        }

        return lines;
    }
}
