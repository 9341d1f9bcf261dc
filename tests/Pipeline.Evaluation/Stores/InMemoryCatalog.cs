using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Evaluation.Stores;

/// <summary>The catalog for one writer, who never loses a race: a transaction writes straight through. It keeps no log.</summary>
internal sealed class InMemoryCatalog(TimeProvider time) : ICatalogStore, ICatalogTransaction
{
    private readonly Dictionary<string, CatalogEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster> clusters = new(StringComparer.Ordinal);
    private readonly List<ArticleChange> changes = [];
    private long last;

    public async Task<CatalogCommit> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        changes.Clear();
        var unfinished = await decide(this, cancellationToken);
        return new CatalogCommit([.. changes], unfinished, null);
    }

    public void Complete(CatalogCommit commit)
    {
        // Nothing is pending where nobody dies between two steps.
    }

    public Task<IReadOnlyList<CatalogCommit>> ListPendingAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CatalogCommit>>([]);

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => Task.FromResult(last);

    public Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) =>
        Task.FromResult(entries.GetValueOrDefault(articleId));

    Task<Cluster?> ICatalogStore.FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        ClusterRoots.FindRootAsync(this, clusterId, cancellationToken);

    // A transaction sees the cluster's own row, merged or not.
    Task<Cluster?> ICatalogTransaction.FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        Task.FromResult(clusters.GetValueOrDefault(clusterId));

    public void Put(CatalogEntry standing) => entries[standing.Article.Id] = standing;

    public void Put(Cluster cluster) => clusters[cluster.Id] = cluster;

    public void RemoveEntry(string articleId) => entries.Remove(articleId);

    public void RemoveCluster(string clusterId) => clusters.Remove(clusterId);

    public void Commit(ChangeKind kind, ArticleSummary article)
    {
        Put(new CatalogEntry(article, ++last));
        changes.Add(new ArticleChange(last, kind, time.GetUtcNow(), article));
    }

    public Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken) => throw NoLog();

    public Task<long> FindLastBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => throw NoLog();

    public Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken) => throw NoLog();

    public Task RedactChangesAsync(CatalogEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StripChangesAsync(ArticleSummary notice, CancellationToken cancellationToken) => throw NoLog();

    private static NotSupportedException NoLog() => new("This catalog keeps no log.");
}
