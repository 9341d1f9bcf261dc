using Azure.Data.Tables;
using Pipeline.Matching;
using Pipeline.Storage.Account;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Account;

public sealed class RowKeyTests(EmulatorFixture emulator)
{
    /// <summary>Azurite looks through every row that has the row key it is asked for, whatever the partition.</summary>
    [Fact]
    public async Task No_row_key_is_shared_by_more_partitions_than_an_article_has_bands()
    {
        const int Articles = Fingerprint.MaxBands + 1;
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        for (var story = 1; story <= Articles; story++)
            await pipeline.EnrichAsync(Stories.Entry(story), $"{story}.xml");

        foreach (var name in TableNames.All)
        {
            var keys = new List<string>();
            await foreach (var row in pipeline.Account.Table(name).QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token))
                keys.Add(row.RowKey);
            Assert.All(keys.CountBy(key => key), key => Assert.InRange(key.Value, 1, Fingerprint.MaxBands));
        }
    }
}
