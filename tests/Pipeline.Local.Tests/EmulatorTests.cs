using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Local.Emulation;

namespace Pipeline.Local.Tests;

public sealed class EmulatorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_blobs_queues_and_tables_from_one_start_to_the_next()
    {
        using var folder = new TemporaryFolder();

        await using (var first = await Emulator.StartAsync(folder.Path, Stop))
        {
            await new BlobContainerClient(first.ConnectionString, "kept").CreateAsync(cancellationToken: Stop);
            await new QueueClient(first.ConnectionString, "kept").CreateAsync(cancellationToken: Stop);
            await new TableClient(first.ConnectionString, "kept").CreateAsync(Stop);
            await new TableClient(first.ConnectionString, "kept").AddEntityAsync(new TableEntity("p", "r"), Stop);
        }

        await using var second = await Emulator.StartAsync(folder.Path, Stop);
        Assert.True(await new BlobContainerClient(second.ConnectionString, "kept").ExistsAsync(Stop));
        Assert.True(await new QueueClient(second.ConnectionString, "kept").ExistsAsync(Stop));
        Assert.True((await new TableClient(second.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>(
            "p", "r", cancellationToken: Stop)).HasValue);
    }
}
