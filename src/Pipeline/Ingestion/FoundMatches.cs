using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>What a look for copies of an article found.</summary>
/// <param name="Matches">The articles that carry its text, best first.</param>
/// <param name="Separation">What it says of clusters that stand already.</param>
/// <param name="LooseBand">A band of a match that rests on a passage under tops of their own, in which an article that comes meanwhile
/// may tell otherwise; <c>null</c> where there is none.</param>
public sealed record FoundMatches(IReadOnlyList<MatchedArticle> Matches, Separation Separation, ulong? LooseBand)
{
    public static FoundMatches None { get; } = new([], Separation.None, null);
}
