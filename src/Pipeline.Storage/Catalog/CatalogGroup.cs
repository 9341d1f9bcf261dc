using Azure.Data.Tables;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// The decisions that one entity-group transaction commits, in their order: each sees what those before it wrote. Their lines follow
/// one another in the log, and each has a note of its own.
/// </summary>
internal sealed class CatalogGroup(CatalogHead from, CatalogReads reads, DateTimeOffset at)
{
    // Of a transaction's rows one is the head and up to 24 are notes of earlier commits to delete. A decision alone may have all of them.
    private const int MaxActions = TableLimits.TransactionRows - 25;

    private readonly List<TableTransactionAction> actions = [];
    private readonly List<PendingDecision> owners = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogEntry?> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster?> clusters = new(StringComparer.Ordinal);
    private int bytes;

    public CatalogHead From => from;

    public CatalogReads Reads => reads;

    /// <summary>The number of the last line that it has so far.</summary>
    public long LastSequence { get; private set; } = from.Sequence;

    public bool IsEmpty => actions.Count == 0;

    public bool TryGetEntry(string articleId, out CatalogEntry? standing) => standings.TryGetValue(articleId, out standing);

    public bool TryGetCluster(string clusterId, out Cluster? cluster) => clusters.TryGetValue(clusterId, out cluster);

    /// <summary>Takes the decision's rows in and returns its commit; <c>null</c> where they have to go into another transaction.</summary>
    public CatalogCommit? TryAdd(PendingDecision decision, CatalogTransaction transaction, string? unfinished)
    {
        var changes = transaction.Changes(at);
        var note = changes.Count > 0 || unfinished is not null ? CatalogRows.Note(LastSequence + 1, transaction.Id) : null;
        var commit = new CatalogCommit(changes, unfinished, note);
        var rows = transaction.Actions(commit, at);
        var size = rows.Sum(row => TableLimits.SizeOf((TableEntity)row.Entity));
        if (transaction.IsTooEarly
            || (!IsEmpty && (actions.Count + rows.Count > MaxActions || bytes + size > TableLimits.TransactionBytes
                || !rows.All(CanFollow))))
            return null;
        foreach (var row in rows)
            Add(decision, row);
        foreach (var (id, standing) in transaction.Standings)
            standings[id] = standing is null ? null : CatalogTransaction.Numbered(standing, changes);
        foreach (var (id, cluster) in transaction.Clusters)
            clusters[id] = cluster;
        bytes += size;
        LastSequence += changes.Count;
        return commit;
    }

    /// <summary>Everything as one entity-group transaction, the head first.</summary>
    public IReadOnlyList<TableTransactionAction> Actions(CatalogHead to) => [CatalogRows.Replace(from, to), .. actions];

    /// <summary>Whose row it was for which a transaction failed; <c>null</c> where that was the head, or a note's deletion.</summary>
    public PendingDecision? OwnerOf(int action) => action > 0 && action <= owners.Count ? owners[action - 1] : null;

    // A transaction names a row once. A row that was written may be written again; what else may come of two decisions about one row
    // is rare enough to wait for the next transaction.
    private bool CanFollow(TableTransactionAction row) => !places.TryGetValue(row.Entity.RowKey, out var place)
        || (IsWrite(row) && IsWrite(actions[place]));

    private static bool IsWrite(TableTransactionAction row) =>
        row.ActionType is TableTransactionActionType.UpsertReplace or TableTransactionActionType.Add;

    private void Add(PendingDecision decision, TableTransactionAction row)
    {
        if (places.TryGetValue(row.Entity.RowKey, out var place))
        {
            actions[place] = new TableTransactionAction(actions[place].ActionType, row.Entity);
            return;
        }

        places[row.Entity.RowKey] = actions.Count;
        actions.Add(row);
        owners.Add(decision);
    }
}
