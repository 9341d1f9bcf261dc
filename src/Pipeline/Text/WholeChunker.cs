using DiffPlex;

namespace Pipeline.Text;

/// <summary>Leaves a text for DiffPlex in one piece, without the white space around it.</summary>
internal sealed class WholeChunker : IChunker
{
    public static readonly WholeChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text) => [.. RangesOf(text).Select(range => text[range])];

    /// <summary>Where the text stands; empty where there is none.</summary>
    public static IReadOnlyList<Range> RangesOf(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return start == text.Length ? [] : [start..text.AsSpan().TrimEnd().Length];
    }
}
