using Azure;
using Azure.Storage.Blobs;

namespace Pipeline.Storage.Backup;

/// <summary>A backup in a folder of a container.</summary>
internal sealed class BackupContainer(BlobContainerClient container, string folder) : IBackupFiles
{
    public Task<Stream> CreateAsync(string name, CancellationToken cancellationToken) =>
        container.GetBlobClient($"{folder}/{name}").OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);

    public async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient($"{folder}/{name}").OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new FileNotFoundException($"{folder} has no {name}; a backup without it is not whole.", name, missing);
        }
    }
}
