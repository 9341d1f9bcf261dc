using DiffPlex;

namespace Pipeline.Comparison;

/// <summary>A passage that a revision changed. One side is empty where text was only put in or only taken out.</summary>
public sealed record PassageChange(string Removed, string Added)
{
    private const int MaxTypoLetters = 2;

    // Two letters do not change more words in a row; letter by letter, long passages take minutes.
    private const int MaxTypoPassage = 200;

    /// <summary>A spelling that was mended: nearly the same letters, and no digit among those that changed.</summary>
    internal bool IsTypo =>
        Removed.Length is > 0 and <= MaxTypoPassage && Added.Length is > 0 and <= MaxTypoPassage
        && !Removed.Concat(Added).Any(char.IsDigit)
        && Differ.Instance.CreateCharacterDiffs(Removed, Added, ignoreWhitespace: false).DiffBlocks is var letters
        && letters.Sum(block => Math.Max(block.DeleteCountA, block.InsertCountB)) <= MaxTypoLetters
        && Removed.Length > MaxTypoLetters;

    /// <summary>The changes from one text to the other, word by word (Myers' diff, by DiffPlex); a difference in white space alone is
    /// none.</summary>
    public static IReadOnlyList<PassageChange> Between(string before, string after)
    {
        var pieces = Granularity.For(before, after);
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, pieces);
        return [.. diff.DiffBlocks.Select(block => new PassageChange(
            pieces.Join(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA),
            pieces.Join(diff.PiecesNew, block.InsertStartB, block.InsertCountB)))];
    }
}
