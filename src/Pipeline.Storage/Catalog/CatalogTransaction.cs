using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Storage.Catalog;

/// <summary>One attempt at a commit: what it wrote lies over what the table holds.</summary>
internal sealed class CatalogTransaction(CatalogStore catalog, string? presumedNew) : ICatalogTransaction
{
    private readonly Dictionary<string, CatalogEntry?> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster?> clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly List<(ChangeKind Kind, string ArticleId)> log = [];

    public bool IsEmpty => written.Count == 0 && removed.Count == 0;

    public async Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken)
    {
        if (standings.TryGetValue(articleId, out var standing))
            return standing;
        return articleId == presumedNew ? null : standings[articleId] = await catalog.GetEntryAsync(articleId, cancellationToken);
    }

    public async Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        clusters.TryGetValue(clusterId, out var cluster)
            ? cluster
            : clusters[clusterId] = await catalog.FindClusterRowAsync(clusterId, cancellationToken);

    public void Put(CatalogEntry standing)
    {
        standings[standing.Article.Id] = standing;
        written.Add(CatalogRows.Entry(standing.Article.Id));
    }

    public void Put(Cluster cluster)
    {
        clusters[cluster.Id] = cluster;
        written.Add(CatalogRows.Cluster(cluster.Id));
    }

    public void RemoveEntry(string articleId)
    {
        standings[articleId] = null;
        removed.Add(CatalogRows.Entry(articleId));
    }

    public void RemoveCluster(string clusterId)
    {
        clusters[clusterId] = null;
        removed.Add(CatalogRows.Cluster(clusterId));
    }

    public void Commit(ChangeKind kind, ArticleSummary article)
    {
        Put(new CatalogEntry(article, 0));
        log.Add((kind, article.Id));
    }

    /// <summary>The log lines that follow the head, with their numbers.</summary>
    public IReadOnlyList<ArticleChange> Changes(long head, DateTimeOffset at) =>
        [.. log.Select((line, index) => new ArticleChange(head + index + 1, line.Kind, at, standings[line.ArticleId]!.Article))];

    /// <summary>Everything as one entity-group transaction, the head first.</summary>
    public IEnumerable<TableTransactionAction> Actions(CatalogHead head, IReadOnlyList<ArticleChange> changes)
    {
        yield return Replace(head, CatalogRows.HeadRow(head.Sequence + changes.Count));
        foreach (var change in changes)
            yield return new(TableTransactionActionType.Add, CatalogRows.ChangeRow(change, head.Sequence + 1));
        foreach (var standing in standings.Values.OfType<CatalogEntry>().Where(
            standing => written.Contains(CatalogRows.Entry(standing.Article.Id))))
            yield return Write(standing with { Sequence = LastOf(changes, standing) });
        foreach (var cluster in clusters.Values.OfType<Cluster>().Where(cluster => written.Contains(CatalogRows.Cluster(cluster.Id))))
            yield return new(TableTransactionActionType.UpsertReplace, CatalogRows.ClusterRow(cluster));
        foreach (var key in removed)
            yield return new(TableTransactionActionType.Delete, new TableEntity(CatalogRows.Partition, key), ETag.All);
    }

    private static long LastOf(IReadOnlyList<ArticleChange> changes, CatalogEntry standing) =>
        changes.LastOrDefault(change => change.Article.Id == standing.Article.Id)?.Sequence ?? standing.Sequence;

    // The head is replaced even where the log does not grow: two writers of standings must not pass each other unseen.
    private static TableTransactionAction Replace(CatalogHead head, TableEntity row) => head.ETag is { } tag
        ? new(TableTransactionActionType.UpdateReplace, row, tag)
        : new(TableTransactionActionType.Add, row);

    private TableTransactionAction Write(CatalogEntry standing) => new(
        standing.Article.Id == presumedNew ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace,
        CatalogRows.EntryRow(standing));
}
