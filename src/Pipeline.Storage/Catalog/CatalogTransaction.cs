using System.Security.Cryptography;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Storage.Catalog;

/// <summary>One attempt at a decision: what it wrote lies over what the decisions before it in its group wrote, and that over what the
/// table holds.</summary>
internal sealed class CatalogTransaction(CatalogGroup group, string? presumedNew) : ICatalogTransaction
{
    // An article has two or three lines; beside those of the decision, a transaction holds 100 rows.
    private const int MaxRedacted = 10;

    private readonly Dictionary<string, CatalogEntry?> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster?> clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly List<(ChangeKind Kind, string ArticleId, long Previous)> log = [];
    private readonly List<TableEntity> redacted = [];

    /// <summary>Tells this attempt from every other one, also where its answer was lost.</summary>
    public string Id { get; } = NewId();

    public static string NewId() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    public bool IsEmpty => written.Count == 0 && removed.Count == 0;

    /// <summary>True where it wants to change a line that is not written yet: it has to wait for the next transaction.</summary>
    public bool IsTooEarly { get; private set; }

    /// <summary>The standings that it wrote; <c>null</c> for one that it removed.</summary>
    public IEnumerable<KeyValuePair<string, CatalogEntry?>> Standings => standings.Where(pair => IsChanged(CatalogRows.Entry(pair.Key)));

    /// <summary>The clusters that it wrote; <c>null</c> for one that it removed.</summary>
    public IEnumerable<KeyValuePair<string, Cluster?>> Clusters => clusters.Where(pair => IsChanged(CatalogRows.Cluster(pair.Key)));

    public async Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken)
    {
        if (standings.TryGetValue(articleId, out var standing) || group.TryGetEntry(articleId, out standing))
            return standing;
        return articleId == presumedNew ? null
            : standings[articleId] = await group.Reads.GetEntryAsync(articleId, cancellationToken);
    }

    public async Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        clusters.TryGetValue(clusterId, out var cluster) || group.TryGetCluster(clusterId, out cluster)
            ? cluster
            : clusters[clusterId] = await group.Reads.FindClusterAsync(clusterId, cancellationToken);

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
        if (!standings.TryGetValue(article.Id, out var before))
            group.TryGetEntry(article.Id, out before);
        log.Add((kind, article.Id, before?.Sequence ?? 0));
        Put(new CatalogEntry(article, group.LastSequence + log.Count));
    }

    public async Task RedactChangesAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        IsTooEarly |= entry.Sequence > group.From.Sequence;
        for (var sequence = entry.Sequence; sequence > 0 && redacted.Count < MaxRedacted && !IsTooEarly;)
        {
            // A line that retention deleted is no longer read by anyone, nor is any before it.
            if (await group.Reads.FindChangeAsync(sequence, cancellationToken) is not { } row)
                return;
            sequence = row.GetInt64(CatalogRows.Previous) ?? 0;
            redacted.Add(CatalogRows.RemoveText(row));
        }
    }

    /// <summary>The log lines that follow those of the group so far, with their numbers.</summary>
    public IReadOnlyList<ArticleChange> Changes(DateTimeOffset at) =>
        [.. log.Select((line, index) =>
            new ArticleChange(group.LastSequence + index + 1, line.Kind, at, standings[line.ArticleId]!.Article))];

    /// <summary>Everything that it writes, without the head.</summary>
    public IReadOnlyList<TableTransactionAction> Actions(CatalogCommit commit, DateTimeOffset at) =>
    [
        .. commit.Changes.Select((change, index) => Add(CatalogRows.ChangeRow(change, log[index].Previous))),
        .. commit.Note is null ? (TableTransactionAction[])[] : [Add(CatalogRows.NoteRow(commit, group.LastSequence + 1, at))],
        .. standings.Values.OfType<CatalogEntry>().Where(standing => written.Contains(CatalogRows.Entry(standing.Article.Id)))
            .Select(standing => Write(Numbered(standing, commit.Changes))),
        .. clusters.Values.OfType<Cluster>().Where(cluster => written.Contains(CatalogRows.Cluster(cluster.Id)))
            .Select(cluster => new TableTransactionAction(TableTransactionActionType.UpsertReplace, CatalogRows.ClusterRow(cluster))),
        .. removed.Select(CatalogOutbox.Delete),
        .. redacted.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag)),
    ];

    /// <summary>The standing with the number of the last line that is about it.</summary>
    public static CatalogEntry Numbered(CatalogEntry standing, IReadOnlyList<ArticleChange> changes) =>
        changes.LastOrDefault(change => change.Article.Id == standing.Article.Id) is { } last
            ? standing with { Sequence = last.Sequence } : standing;

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private bool IsChanged(string rowKey) => written.Contains(rowKey) || removed.Contains(rowKey);

    private TableTransactionAction Write(CatalogEntry standing) => new(
        standing.Article.Id == presumedNew ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace,
        CatalogRows.EntryRow(standing));
}
