using System.Runtime.CompilerServices;
using Pipeline.Ingestion;

namespace Pipeline.Local.Running;

/// <summary>
/// The files of the store less those that this process swept before in their present version, so that looking every second
/// costs one listing and not a look-up for each file.
/// </summary>
internal sealed class UnseenFiles(IFileStore files) : IFileStore
{
    private readonly Dictionary<string, string> seen = [];

    public Task<StoredFile?> ReadAsync(string path, long limit, CancellationToken cancellationToken) =>
        files.ReadAsync(path, limit, cancellationToken);

    public async IAsyncEnumerable<FileListing> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listing in files.ListAsync(cancellationToken))
        {
            if (seen.GetValueOrDefault(listing.Path) == listing.ETag)
                continue;
            yield return listing;
            // Only a sweep that got through the file asks for the next one.
            seen[listing.Path] = listing.ETag;
        }
    }
}
