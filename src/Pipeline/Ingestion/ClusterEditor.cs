namespace Pipeline.Ingestion;

/// <summary>What an editor decides about clusters; no rule undoes it.</summary>
public sealed class ClusterEditor
{
    private readonly Publication publication;

    internal ClusterEditor(Publication publication) => this.publication = publication;

    /// <summary>Takes an article out of a cluster for good. False where it is not in it.</summary>
    public Task<bool> SplitAsync(string clusterId, string articleId, CancellationToken cancellationToken) =>
        publication.EditAsync((clustering, catalog, token) => clustering.SplitAsync(catalog, clusterId, articleId, token), cancellationToken);

    /// <summary>Makes two clusters one. False where either does not exist.</summary>
    public Task<bool> MergeAsync(string clusterId, string otherId, CancellationToken cancellationToken) =>
        publication.EditAsync((clustering, catalog, token) => clustering.MergeAsync(catalog, clusterId, otherId, token), cancellationToken);
}
