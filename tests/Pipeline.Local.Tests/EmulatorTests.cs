using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.TestSupport;

namespace Pipeline.Local.Tests;

public sealed class EmulatorTests(EmulatorFixture shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_blobs_queues_and_tables()
    {
        var prefix = shared.NextPrefix();

        await new BlobContainerClient(shared.ConnectionString, prefix + "-blobs").CreateAsync(cancellationToken: Stop);
        await new QueueClient(shared.ConnectionString, prefix + "-queue").CreateAsync(cancellationToken: Stop);
        await new TableClient(shared.ConnectionString, prefix + "table").CreateAsync(Stop);
    }

    [Fact]
    public async Task Keeps_its_data_from_one_start_to_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("emulator-").FullName;

        await using (var first = await Emulator.StartAsync(folder, Stop))
        {
            await new TableClient(first.ConnectionString, "kept").CreateAsync(Stop);
            await new TableClient(first.ConnectionString, "kept").AddEntityAsync(new TableEntity("p", "r"), Stop);
        }

        await using (var second = await Emulator.StartAsync(folder, Stop))
        {
            var row = await new TableClient(second.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Stop);
            Assert.True(row.HasValue);
        }

        Directory.Delete(folder, recursive: true);
    }
}
