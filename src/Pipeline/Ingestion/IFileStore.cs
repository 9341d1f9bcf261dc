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

    /// <summary>Every file, without its bytes.</summary>
    IAsyncEnumerable<FileListing> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A file in the store. <paramref name="File"/> is <c>null</c> where it was too large to read.</summary>
public sealed record StoredFile(DroppedFile? File, long Bytes, string ETag, DateTimeOffset LastModified);

/// <summary>A file as a listing shows it.</summary>
public sealed record FileListing(string Path, string ETag, DateTimeOffset LastModified);
