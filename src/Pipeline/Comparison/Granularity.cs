using DiffPlex;
using Pipeline.Text;

namespace Pipeline.Comparison;

/// <summary>The pieces in which two texts are compared: as fine as costs a second at the most, since Myers' diff takes up to the square of
/// their number.</summary>
/// <param name="Cut">Where the pieces of a text stand, in order; what stands between them is white space.</param>
/// <param name="Join">Some of them as text again, from the one at a place and as many.</param>
internal sealed record Granularity(Func<string, IReadOnlyList<Range>> Cut, Func<IReadOnlyList<string>, int, int, string> Join) : IChunker
{
    // Of both texts. So many that all differ take a second.
    private const int MaxPieces = 30_000;

    private static readonly Granularity Words = new(WordRanges.Find, WordRanges.Join);
    private static readonly Granularity Lines = new(LineRanges.Find, JoinLines);
    private static readonly Granularity Whole = new(FindWhole, JoinLines);

    /// <summary>Words; lines where these are too many, in which one still finds one's way; and the whole where lines are too.</summary>
    public static Granularity For(string older, string newer) =>
        Words.Fits(older, newer) ? Words : Lines.Fits(older, newer) ? Lines : Whole;

    public IReadOnlyList<string> Chunk(string text) => [.. Cut(text).Select(range => text[range])];

    private bool Fits(string older, string newer) => Cut(older).Count + Cut(newer).Count <= MaxPieces;

    private static string JoinLines(IReadOnlyList<string> lines, int start, int count) => string.Join('\n', lines.Skip(start).Take(count));

    private static IReadOnlyList<Range> FindWhole(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return start == text.Length ? [] : [start..text.AsSpan().TrimEnd().Length];
    }
}
