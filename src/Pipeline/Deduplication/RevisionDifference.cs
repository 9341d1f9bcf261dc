using DiffPlex;
using DiffPlex.Chunkers;
using Pipeline.Articles;

namespace Pipeline.Deduplication;

/// <summary>What a revision changed, for people to read.</summary>
/// <param name="Kind">The weightiest change.</param>
/// <param name="FormerTitle">The headline before, where it changed.</param>
/// <param name="FormerStatus">The wire status before, where it changed.</param>
/// <param name="Added">Words that are new, passage by passage.</param>
/// <param name="Removed">Words that are gone, passage by passage.</param>
public sealed record RevisionDifference(
    RevisionKind Kind,
    string? FormerTitle,
    string? FormerStatus,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed)
{
    public static RevisionDifference Between(Article old, Article @new)
    {
        var diff = Differ.Instance.CreateDiffs(old.Text, @new.Text, ignoreWhiteSpace: true, ignoreCase: false, new DelimiterChunker([' ', '\n']));
        var added = diff.DiffBlocks.Select(block => string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)).Trim());
        var removed = diff.DiffBlocks.Select(block => string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)).Trim());
        return new RevisionDifference(
            RevisionKind.Update,
            old.Title == @new.Title ? null : old.Title,
            null,
            [.. added.Where(passage => passage.Length > 0)],
            [.. removed.Where(passage => passage.Length > 0)]);
    }
}
