using Pipeline.Parsing.Files;

namespace Pipeline.Ingestion;

/// <summary>The files that were dropped.</summary>
public interface IFileStore
{
    /// <summary>The file with its bytes; its size alone where it is larger than <paramref name="limit"/>; <c>null</c> where it is
    /// gone.</summary>
    Task<StoredFile?> ReadAsync(string path, long limit, CancellationToken cancellationToken);

    /// <summary>Whether the file lies in the archive tier, where it cannot be read; false where it is gone.</summary>
    Task<bool> IsArchivedAsync(string path, CancellationToken cancellationToken);

    /// <summary>Deletes the file; one that is gone is no error.</summary>
    Task DeleteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Files by their names, without their bytes. One operation.</summary>
    /// <param name="position">Where the page before this one ended; <c>null</c> for the first. One that the store does not know any more is
    /// taken for that.</param>
    /// <param name="limit">How many, 5,000 at most.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    Task<FileListPage> ListAsync(string? position, int limit, CancellationToken cancellationToken);
}

/// <summary>A file in the store. <paramref name="File"/> is <c>null</c> where it was too large to read.</summary>
public sealed record StoredFile(DroppedFile? File, long Bytes, string ETag, DateTimeOffset LastModified);

/// <summary>Some files, and where the next ones start: <c>null</c> where these are the last.</summary>
public sealed record FileListPage(IReadOnlyList<FileListing> Items, string? Next);

/// <summary>A file as a listing shows it.</summary>
public sealed record FileListing(string Path, string ETag, DateTimeOffset LastModified);
