using System.Collections.Concurrent;
using Azure.Data.Tables;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>What the table holds, each row read once: for one attempt at a commit, which fails where a row changed since.</summary>
internal sealed class CatalogReads(TableClient table)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<CatalogEntry?>>> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Cluster?>>> clusters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Lazy<Task<TableEntity?>>> changes = new();

    public Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) =>
        ReadAsync(entries, articleId, CatalogRows.Entry(articleId), CatalogRows.ReadEntry, cancellationToken);

    public Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) =>
        ReadAsync(clusters, clusterId, CatalogRows.Cluster(clusterId), CatalogRows.ReadCluster, cancellationToken);

    public Task<TableEntity?> FindChangeAsync(long sequence, CancellationToken cancellationToken) =>
        ReadAsync(changes, sequence, CatalogRows.Change(sequence), row => row, cancellationToken);

    // The first to ask must not take the row away from the others when it is cancelled.
    private Task<T?> ReadAsync<TKey, T>(
        ConcurrentDictionary<TKey, Lazy<Task<T?>>> known, TKey key, string rowKey, Func<TableEntity, T> read,
        CancellationToken cancellationToken)
        where TKey : notnull
        where T : class =>
        known.GetOrAdd(key, _ => new(() => ReadAsync(rowKey, read))).Value.WaitAsync(cancellationToken);

    private async Task<T?> ReadAsync<T>(string rowKey, Func<TableEntity, T> read)
        where T : class =>
        await table.FindAsync(CatalogRows.Partition, rowKey, CancellationToken.None) is { } row ? read(row) : null;
}
