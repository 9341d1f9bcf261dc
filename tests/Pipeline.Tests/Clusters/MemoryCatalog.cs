using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Tests.Clusters;

/// <summary>A catalog that holds its rows in memory and commits at once: clustering decides over what rows say, wherever they
/// lie.</summary>
internal sealed class MemoryCatalog : ICatalogTransaction
{
    private readonly Dictionary<string, Cluster> clusters = [];

    public Dictionary<string, CatalogEntry> Standings { get; } = [];

    public List<(ChangeKind Kind, ArticleSummary Article)> Log { get; } = [];

    public Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) =>
        Task.FromResult(Standings.GetValueOrDefault(articleId));

    public Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        Task.FromResult(clusters.GetValueOrDefault(clusterId));

    public void Put(CatalogEntry standing) => Standings[standing.Article.Id] = standing;

    public void Put(Cluster cluster) => clusters[cluster.Id] = cluster;

    public void RemoveEntry(string articleId) => Standings.Remove(articleId);

    public void RemoveCluster(string clusterId) => clusters.Remove(clusterId);

    public void Commit(ChangeKind kind, ArticleSummary article)
    {
        Log.Add((kind, article));
        Put(new CatalogEntry(article, Log.Count));
    }

    public Task RedactChangesAsync(CatalogEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Every cluster of more than nothing, as the articles in it, its canonical one first; in an order of their own.</summary>
    public async Task<IReadOnlyList<string>> ClustersAsync()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var standing in Standings.Values)
        {
            var cluster = await ClusterRoots.FindRootAsync(this, standing.Article.ClusterId, CancellationToken.None);
            found.Add($"{cluster!.CanonicalId}: {string.Join(
                ' ', cluster.Members.Select(member => member.ArticleId).Order(StringComparer.Ordinal))}");
        }

        return [.. found];
    }

    /// <summary>Where each article stands and what it is flagged with.</summary>
    public IReadOnlyList<string> Places() =>
        [.. Standings.Values.Select(
            standing => $"{standing.Article.Id} {standing.Article.State} {string.Join(' ', standing.Article.Flags)}".TrimEnd()).Order(
                StringComparer.Ordinal)];
}
