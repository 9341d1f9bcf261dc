using DiffPlex;
using DiffPlex.Model;
using Pipeline.Text;

namespace Pipeline.Comparison;

/// <summary>A passage that a revision changed. One side is empty where text was only put in or only taken out.</summary>
public sealed record PassageChange(string Removed, string Added)
{
    private const int MaxTypoLetters = 2;

    /// <summary>A spelling that was mended: nearly the same letters, and no digit among those that changed.</summary>
    internal bool IsTypo =>
        Removed.Length > 0 && Added.Length > 0
        && !Removed.Concat(Added).Any(char.IsDigit)
        && Differ.Instance.CreateCharacterDiffs(Removed, Added, ignoreWhitespace: false).DiffBlocks is var letters
        && letters.Sum(block => Math.Max(block.DeleteCountA, block.InsertCountB)) <= MaxTypoLetters
        && Removed.Length > MaxTypoLetters;

    /// <summary>The changes from one text to the other, word by word (Myers' diff, by DiffPlex); a difference in white space alone is
    /// none.</summary>
    public static IReadOnlyList<PassageChange> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        return [.. diff.DiffBlocks.Select(block => FromBlock(diff, block))];
    }

    private static PassageChange FromBlock(DiffResult diff, DiffBlock block) => new(
        WordChunker.Join(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA),
        WordChunker.Join(diff.PiecesNew, block.InsertStartB, block.InsertCountB));
}
