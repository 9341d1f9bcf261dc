using Pipeline.Articles;
using Pipeline.Comparison;

namespace Pipeline.Http.Articles;

/// <summary>How two texts differ.</summary>
/// <param name="Runs">Both texts as one, run by run, in reading order: concatenating all but the removed ones gives the newer text.</param>
/// <param name="Revision">What the revision changed; absent where two articles are compared.</param>
/// <param name="Passages">The sentences that they share and do not; absent where two revisions are compared.</param>
public sealed record DifferenceResponse(IReadOnlyList<TextRun> Runs, RevisionDifference? Revision, Passages? Passages)
{
    internal static DifferenceResponse OfRevisions(Article older, Article newer) =>
        new(TextRuns.Between(older.Text, newer.Text), RevisionDifference.Between(older, newer), null);

    internal static DifferenceResponse OfArticles(Article canonical, Article copy) =>
        new(TextRuns.Between(canonical.Text, copy.Text), null, Passages.Compare(canonical.Text, copy.Text));
}
