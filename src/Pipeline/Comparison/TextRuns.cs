using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Pipeline.Comparison;

/// <summary>A stretch of text that both have, or only one of them.</summary>
public sealed record TextRun(RunKind Kind, string Text);

/// <summary>Which of two texts has a run.</summary>
public enum RunKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>Aligns two texts word by word (character by character where words are not spaced) into runs.</summary>
public static class TextRuns
{
    // Above this a comparison by words could take seconds; paragraphs are enough to find one's way in such a text.
    private const int MaxComparedByWord = 60_000;

    public static IReadOnlyList<TextRun> Between(string older, string newer)
    {
        IChunker chunker = older.Length + newer.Length > MaxComparedByWord ? new LineEndingsPreservingChunker() : new WordChunker();
        var difference = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        return [.. Runs(difference).Where(run => run.Text.Length > 0)];
    }

    private static IEnumerable<TextRun> Runs(DiffResult difference)
    {
        var kept = 0;
        foreach (var block in difference.DiffBlocks)
        {
            yield return new TextRun(RunKind.Kept, Join(difference.PiecesNew, kept, block.InsertStartB - kept));
            yield return new TextRun(RunKind.Removed, Join(difference.PiecesOld, block.DeleteStartA, block.DeleteCountA));
            yield return new TextRun(RunKind.Added, Join(difference.PiecesNew, block.InsertStartB, block.InsertCountB));
            kept = block.InsertStartB + block.InsertCountB;
        }
        yield return new TextRun(RunKind.Kept, Join(difference.PiecesNew, kept, difference.PiecesNew.Count - kept));
    }

    private static string Join(IReadOnlyList<string> pieces, int start, int count)
    {
        var text = new StringBuilder();
        for (var i = start; i < start + count; i++)
            text.Append(pieces[i]);
        return text.ToString();
    }

    private sealed class WordChunker : IChunker
    {
        // Han, Kana, Thai and their like have no spaces between words: each character is a piece.
        private const char FirstUnspaced = '\u0e00';

        public IReadOnlyList<string> Chunk(string text)
        {
            var pieces = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = start + 1;
                while (end < text.Length && Joins(text[end - 1], text[end]))
                    end++;
                pieces.Add(text[start..end]);
                start = end;
            }
            return pieces;
        }

        // Marks and low surrogates stay with the character that they belong to.
        private static bool Joins(char before, char after) =>
            char.IsLowSurrogate(after) || char.GetUnicodeCategory(after) == System.Globalization.UnicodeCategory.NonSpacingMark
            || (IsSpaced(before) && IsSpaced(after));

        private static bool IsSpaced(char letter) => char.IsLetterOrDigit(letter) && letter < FirstUnspaced;
    }
}
