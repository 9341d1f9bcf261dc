using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>What a look for copies of an article found.</summary>
/// <param name="Matches">The articles that carry its text, best first.</param>
/// <param name="Separation">What it says of clusters that stand already.</param>
/// <param name="IsLoose">Whether a match rests on a passage under tops of their own, so that an article which came meanwhile may tell
/// otherwise.</param>
public sealed record FoundMatches(IReadOnlyList<MatchedArticle> Matches, Separation Separation, bool IsLoose)
{
    public static FoundMatches None { get; } = new([], Separation.None, false);
}
