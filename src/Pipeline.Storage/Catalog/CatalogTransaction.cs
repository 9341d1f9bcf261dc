using System.Security.Cryptography;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Storage.Catalog;

/// <summary>One attempt at a commit: what it wrote lies over what the table holds.</summary>
internal sealed class CatalogTransaction(CatalogStore catalog, string? presumedNew) : ICatalogTransaction
{
    // An article has two or three lines; beside those of the decision, a transaction holds 100 rows.
    private const int MaxRedacted = 10;

    private readonly Dictionary<string, CatalogEntry?> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster?> clusters = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly List<(ChangeKind Kind, string ArticleId)> log = [];
    private readonly Dictionary<string, long> previous = new(StringComparer.Ordinal);
    private readonly List<TableEntity> redacted = [];

    /// <summary>Tells this attempt from every other one, also where its answer was lost.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

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
        if (standings.GetValueOrDefault(article.Id) is { Sequence: < long.MaxValue } before)
            previous[article.Id] = before.Sequence;
        // Its number is not known before the transaction is written; until then it only has to say that there is one.
        Put(new CatalogEntry(article, long.MaxValue));
        log.Add((kind, article.Id));
    }

    /// <summary>The log lines that follow the head, with their numbers.</summary>
    public IReadOnlyList<ArticleChange> Changes(long head, DateTimeOffset at) =>
        [.. log.Select((line, index) => new ArticleChange(head + index + 1, line.Kind, at, standings[line.ArticleId]!.Article))];

    public async Task RedactChangesAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        for (var sequence = entry.Sequence; sequence > 0 && redacted.Count < MaxRedacted;)
        {
            // A line that retention deleted is no longer read by anyone, nor is any before it.
            if (await catalog.FindChangeRowAsync(sequence, cancellationToken) is not { } row)
                return;
            sequence = row.GetInt64(CatalogRows.Previous) ?? 0;
            redacted.Add(CatalogRows.RemoveText(row));
        }
    }

    /// <summary>Everything as one entity-group transaction, the head first.</summary>
    public IReadOnlyList<TableTransactionAction> Actions(CatalogHead from, CatalogHead to, CatalogCommit commit, DateTimeOffset at) =>
    [
        Replace(from, CatalogRows.HeadRow(to)),
        .. commit.Changes.Select((change, index) => Add(CatalogRows.ChangeRow(change, PreviousOf(commit.Changes, index)))),
        .. commit.Note is null ? (TableTransactionAction[])[] : [Add(CatalogRows.NoteRow(commit, from.Sequence + 1, at))],
        .. standings.Values.OfType<CatalogEntry>().Where(standing => written.Contains(CatalogRows.Entry(standing.Article.Id)))
            .Select(standing => Write(standing with { Sequence = LastOf(commit.Changes, standing) })),
        .. clusters.Values.OfType<Cluster>().Where(cluster => written.Contains(CatalogRows.Cluster(cluster.Id)))
            .Select(cluster => new TableTransactionAction(TableTransactionActionType.UpsertReplace, CatalogRows.ClusterRow(cluster))),
        .. removed.Select(CatalogOutbox.Delete),
        .. redacted.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag)),
    ];

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private long PreviousOf(IReadOnlyList<ArticleChange> changes, int index) =>
        changes.Take(index).LastOrDefault(change => change.Article.Id == changes[index].Article.Id)?.Sequence
        ?? previous.GetValueOrDefault(changes[index].Article.Id);

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
