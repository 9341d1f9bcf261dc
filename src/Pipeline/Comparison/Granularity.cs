using DiffPlex;
using Pipeline.Text;

namespace Pipeline.Comparison;

/// <summary>The pieces in which two texts are compared: as fine as costs a second at the most, since Myers' diff takes up to the square of
/// their number.</summary>
/// <param name="Chunker">Cuts a text for DiffPlex.</param>
/// <param name="Cut">Where the pieces stand.</param>
/// <param name="Separator">What stands between two; <c>null</c> where the words' script says.</param>
internal sealed record Granularity(IChunker Chunker, Func<string, IReadOnlyList<Range>> Cut, string? Separator)
{
    // Of both texts. So many that all differ take a second.
    private const int MaxPieces = 30_000;

    private static readonly Granularity Words = new(WordChunker.Instance, WordChunker.RangesOf, null);
    private static readonly Granularity Lines = new(LineChunker.Instance, LineChunker.RangesOf, "\n");
    private static readonly Granularity Whole = new(WholeChunker.Instance, WholeChunker.RangesOf, "\n");

    /// <summary>Words; lines where these are too many, in which one still finds one's way; and the whole where lines are too.</summary>
    public static Granularity For(string older, string newer) =>
        Words.Fits(older, newer) ? Words : Lines.Fits(older, newer) ? Lines : Whole;

    /// <summary>Some pieces as text again.</summary>
    public string Join(IReadOnlyList<string> pieces, int start, int count) =>
        Separator is null ? WordChunker.Join(pieces, start, count) : string.Join(Separator, pieces.Skip(start).Take(count));

    private bool Fits(string older, string newer) => Cut(older).Count + Cut(newer).Count <= MaxPieces;
}
