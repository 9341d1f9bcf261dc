using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>Every row and every blob that the emulator holds at one moment, with when it was written.</summary>
internal sealed record StoreSnapshot(IReadOnlyDictionary<(string Place, string Partition, string Name), DateTimeOffset> Written)
{
    public static async Task<StoreSnapshot> TakeAsync(string connection)
    {
        var written = new Dictionary<(string Place, string Partition, string Name), DateTimeOffset>();
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(
                select: ["PartitionKey", "RowKey", "Timestamp"]))
                written[(table.Name, row.PartitionKey, row.RowKey)] = row.Timestamp ?? default;
        }

        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                written[(container.Name, "", blob.Name)] = blob.Properties.LastModified ?? default;
        }

        return new StoreSnapshot(written);
    }

    /// <summary>What is gone or older in a later snapshot, except where one of these requests may have done it.</summary>
    public IReadOnlyList<string> ListLost(StoreSnapshot later, IReadOnlyCollection<string> unanswered) =>
    [
        .. Written.Where(row => !later.Written.TryGetValue(row.Key, out var now) || now < row.Value)
            .Where(row => !unanswered.Any(request => Uri.UnescapeDataString(request).Contains(row.Key.Name, StringComparison.Ordinal)))
            .Select(row => $"{row.Key.Place} {row.Key.Partition} {row.Key.Name}"),
    ];
}
