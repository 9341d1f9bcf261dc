using DiffPlex;
using DiffPlex.Model;

namespace Pipeline.Comparison;

/// <summary>A stretch of text that both have, or only one of them: whole words, with the white space before them.</summary>
public sealed record TextRun(RunKind Kind, string Text);

/// <summary>Which of two texts has a run.</summary>
public enum RunKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>Aligns two texts word by word (character by character where words are not spaced) into runs; white space alone makes no
/// difference.</summary>
public static class TextRuns
{
    /// <summary>The runs in order. What is kept and added makes up <paramref name="newer"/>, to the last space.</summary>
    public static IReadOnlyList<TextRun> Between(string older, string newer)
    {
        var pieces = Granularity.For(older, newer);
        var difference = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, pieces);
        return [.. Runs(difference, new Pieces(older, pieces.Cut(older)), new Pieces(newer, pieces.Cut(newer)))
            .Where(run => run.Text.Length > 0)];
    }

    private static IEnumerable<TextRun> Runs(DiffResult difference, Pieces older, Pieces newer)
    {
        var kept = 0;
        foreach (var block in difference.DiffBlocks)
        {
            yield return new TextRun(RunKind.Kept, newer.Slice(kept, block.InsertStartB));
            yield return new TextRun(RunKind.Removed, older.Slice(block.DeleteStartA, block.DeleteStartA + block.DeleteCountA));
            yield return new TextRun(RunKind.Added, newer.Slice(block.InsertStartB, block.InsertStartB + block.InsertCountB));
            kept = block.InsertStartB + block.InsertCountB;
        }

        yield return new TextRun(RunKind.Kept, newer.Slice(kept, newer.Count));
    }

    private sealed class Pieces(string text, IReadOnlyList<Range> ranges)
    {
        public int Count => ranges.Count;

        public string Slice(int first, int end) => first >= end ? "" : text[EndBefore(first)..EndBefore(end)];

        // The white space before a piece belongs to it, and what ends the text to the last one.
        private int EndBefore(int piece) => piece == 0 ? 0 : piece == ranges.Count ? text.Length : ranges[piece - 1].End.Value;
    }
}
