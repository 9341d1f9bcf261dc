using Pipeline.Articles;

namespace Pipeline.Storage.Search;

/// <summary>An article that was found.</summary>
/// <param name="Article">As the log had it last.</param>
/// <param name="Rank">How well it fits: the less the better (BM25, negative).</param>
public sealed record SearchHit(ArticleSummary Article, double Rank);

/// <summary>What a search found.</summary>
/// <param name="Hits">In the order that was asked for.</param>
/// <param name="IsMore">Whether there are more behind them.</param>
/// <param name="Sequence">The line of the log up to which the index has come.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool IsMore, long Sequence);

/// <summary>In which order a search answers.</summary>
public enum SearchOrder
{
    /// <summary>What fits best first.</summary>
    Relevance,

    /// <summary>What is listed last first.</summary>
    Newest,

    /// <summary>What is listed first first.</summary>
    Oldest,
}
