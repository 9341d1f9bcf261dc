using Azure.Storage.Blobs;
using Pipeline.Local.Workspace;

namespace Pipeline.Local.Running;

/// <summary>The files that a first run shows the pipeline with; each folder of <c>Samples</c> is a source.</summary>
internal static class Samples
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Uploads them where nothing was ever dropped.</summary>
    public static async Task UploadToEmptyAsync(BlobContainerClient incoming, CancellationToken cancellationToken)
    {
        await foreach (var _ in incoming.GetBlobsAsync(cancellationToken: cancellationToken))
            return;
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
            await incoming.GetBlobClient(BlobPath.FromFile(Folder, file)).UploadAsync(file, overwrite: true, cancellationToken);
    }
}
