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
    /// Returns what was committed; no changes where it wrote nothing. What must follow is written with it, and stays in
    /// <see cref="ListPendingAsync"/> until <see cref="Complete"/> says that it is done.
    /// </summary>
    /// <param name="decide">Reads and writes through the transaction. Returns the cluster in which members are left to flag, or
    /// <c>null</c>.</param>
    /// <param name="presumedNew">An article that most probably stands nowhere yet: the first attempt saves the read that would
    /// tell.</param>
    /// <param name="cancellationToken">Stops before the commit, never within it.</param>
    Task<CatalogCommit> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken);

    /// <summary>Says that everything which must follow the commit is done. It costs no operation of its own: the next commit takes the note
    /// along.</summary>
    void Complete(CatalogCommit commit);

    /// <summary>Commits before a time whose follow-up is not known to be done, oldest first, at most 100. One may be done already: doing it
    /// again does nothing.</summary>
    Task<IReadOnlyList<CatalogCommit>> ListPendingAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Where an article stands, or <c>null</c>.</summary>
    Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The cluster, through any merges since; an article without copies is a cluster of one. <c>null</c> where there is
    /// none.</summary>
    Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken);

    /// <summary>The sequence number of the last commit, 0 before the first. One operation.</summary>
    Task<long> GetHeadAsync(CancellationToken cancellationToken);

    /// <summary>The changes after <paramref name="since"/>, in order of commitment, at most <paramref name="limit"/> (and 1,000). One
    /// operation.</summary>
    Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken);

    /// <summary>The last change that was committed before a time, as a sequence number; 0 where there is none. Never the newest of the
    /// log.</summary>
    Task<long> FindLastBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Deletes lines of the log, at most 100; a line that is gone is no error.</summary>
    Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken);

    /// <summary>Writes <paramref name="notice"/> over every line of the log that is about its article. Reads the whole log.</summary>
    Task StripChangesAsync(ArticleSummary notice, CancellationToken cancellationToken);
}

/// <summary>What one commit wrote to the log, and what must follow it: its changes are to be listed, and members of a cluster
/// flagged.</summary>
/// <param name="Changes">In the order of the log.</param>
/// <param name="Unfinished">The cluster in which members are left to flag, or <c>null</c>.</param>
/// <param name="Note">The row that remembers what must follow; <c>null</c> where nothing must.</param>
public sealed record CatalogCommit(IReadOnlyList<ArticleChange> Changes, string? Unfinished, string? Note);

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

    /// <summary>Takes what was cut from the text out of the lines that the log has of the article: whoever reads the log from its beginning
    /// must not get a text that was withdrawn.</summary>
    Task RedactChangesAsync(CatalogEntry entry, CancellationToken cancellationToken);
}

/// <summary>Where an article stands.</summary>
/// <param name="Article">What lists and changes say of it, its state and cluster included.</param>
/// <param name="Sequence">The last change of it; 0 where there is none yet.</param>
public sealed record CatalogEntry(ArticleSummary Article, long Sequence)
{
    /// <summary>Present where another article found this one as a match before it was committed: it joins that one when it comes.</summary>
    public MatchedArticle? Expected { get; init; }
}
