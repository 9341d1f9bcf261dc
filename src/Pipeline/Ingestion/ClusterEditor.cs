using Microsoft.Extensions.Logging;
using Pipeline.Clusters;

namespace Pipeline.Ingestion;

/// <summary>What an editor decides about clusters; no rule undoes it.</summary>
public sealed class ClusterEditor(ClusterEdits edits, Publication publication, ILogger<ClusterEditor> log)
{
    /// <summary>Takes an article out of a cluster for good. False where it is not in it.</summary>
    public Task<bool> SplitAsync(string clusterId, string articleId, CancellationToken cancellationToken) =>
        EditAsync(clusterId, (catalog, token) => edits.SplitAsync(catalog, clusterId, articleId, token), cancellationToken);

    /// <summary>Makes two clusters one. False where either does not exist.</summary>
    public Task<bool> MergeAsync(string clusterId, string otherId, CancellationToken cancellationToken) =>
        EditAsync(clusterId, (catalog, token) => edits.MergeAsync(catalog, clusterId, otherId, token), cancellationToken);

    private async Task<bool> EditAsync(
        string clusterId, Func<ICatalogTransaction, CancellationToken, Task<bool>> edit, CancellationToken cancellationToken)
    {
        var applied = await publication.EditAsync(edit, clusterId, cancellationToken);
        log.ClusterEdited(clusterId, applied);
        return applied;
    }
}
