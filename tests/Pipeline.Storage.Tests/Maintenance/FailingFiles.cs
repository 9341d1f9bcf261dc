using Pipeline.Ingestion;

namespace Pipeline.Storage.Tests.Maintenance;

/// <summary>Dropped files that cannot be read while it is told so.</summary>
internal sealed class FailingFiles(IFileStore files) : IFileStore
{
    public bool IsFailing { get; set; }

    public Task<StoredFile?> ReadAsync(string path, long limit, CancellationToken cancellationToken) =>
        IsFailing ? throw new IOException("The files are out of reach.") : files.ReadAsync(path, limit, cancellationToken);

    public Task<bool> IsArchivedAsync(string path, CancellationToken cancellationToken) => files.IsArchivedAsync(path, cancellationToken);

    public Task DeleteAsync(string path, CancellationToken cancellationToken) => files.DeleteAsync(path, cancellationToken);

    public Task<FileListPage> ListAsync(string? position, int limit, CancellationToken cancellationToken) =>
        files.ListAsync(position, limit, cancellationToken);
}
