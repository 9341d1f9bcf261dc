using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>
/// Where every article stands, which cluster it is in, and the log of what was committed. One commit is one atomic step:
/// order is total and gapless, and no reader sees half a merge.
/// </summary>
public interface ICatalogStore
{
    /// <summary>
    /// Runs <paramref name="decide"/> against the catalog as it stands and commits what it wrote. Where another writer commits
    /// first, it is run again against the new state, so it must only read and write through the transaction.
    /// Returns the changes that were committed, none where it wrote nothing.
    /// </summary>
    /// <param name="decide">Reads and writes through the transaction.</param>
    /// <param name="presumedNew">An article that most probably stands nowhere yet: the first attempt saves the read that would
    /// tell.</param>
    /// <param name="cancellationToken">Stops before the commit, never within it.</param>
    Task<IReadOnlyList<ArticleChange>> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task> decide, string? presumedNew, CancellationToken cancellationToken);

    /// <summary>Where an article stands, or <c>null</c>.</summary>
    Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The changes after <paramref name="since"/>, in order of commitment, at most <paramref name="limit"/> (and 1,000). One
    /// operation.</summary>
    Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken);

    /// <summary>The last change that was committed before a time, as a sequence number; 0 where there is none. Never the newest of the
    /// log.</summary>
    Task<long> FindLastBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Deletes lines of the log, at most 100; a line that is gone is no error.</summary>
    Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken);

    /// <summary>The changes that were committed in the same step as the article's last one, itself among them.</summary>
    Task<IReadOnlyList<ArticleChange>> ListChangedWithAsync(CatalogEntry standing, CancellationToken cancellationToken);
}

/// <summary>One attempt at a commit: reads see what this attempt wrote.</summary>
public interface ICatalogTransaction
{
    Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The cluster's own row, merged or not; <c>null</c> for a cluster of one, which has no row.</summary>
    Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken);

    void Put(CatalogEntry standing);

    void Put(Cluster cluster);

    /// <summary>Deletes a standing that this attempt has read.</summary>
    void RemoveEntry(string articleId);

    /// <summary>Deletes a cluster's row, which must be there.</summary>
    void RemoveCluster(string clusterId);

    /// <summary>Writes the standing and a line of the log with it.</summary>
    void Commit(ChangeKind kind, ArticleSummary article);
}

/// <summary>Where an article stands.</summary>
/// <param name="Article">What lists and changes say of it, its state and cluster included.</param>
/// <param name="Sequence">The last change of it; 0 where there is none yet.</param>
public sealed record CatalogEntry(ArticleSummary Article, long Sequence)
{
    /// <summary>Present where another article found this one as a match before it was committed: it joins that one when it comes.</summary>
    public MatchedArticle? Expected { get; init; }
}
