using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Ledger;

/// <summary>A file with more entries than one query answers.</summary>
public sealed class LargeFileTests(EmulatorFixture emulator)
{
    private const int Entries = 1050;
    private const int Late = 700;
    private const int AtOnce = 16;

    [Fact]
    public async Task Its_fates_are_not_read_again_while_one_that_was_missing_still_is()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var ledger = pipeline.Get<LedgerStore>();
        var file = new FileRecord
        {
            Path = "feed/large.xml",
            Version = "1",
            Source = "feed",
            ReceivedAt = pipeline.Time.GetUtcNow(),
            State = FileState.Parsed,
            EntryCount = Entries,
        };
        await ledger.RecordFileAsync(file, TestPipeline.Token);
        await Parallel.ForEachAsync(Enumerable.Range(0, Entries).Where(index => index != Late),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, token) => await RecordAsync(index, token));

        Assert.True(await CountOperationsAsync() > 2);
        Assert.Equal(2, await CountOperationsAsync());
        await RecordAsync(Late, TestPipeline.Token);
        var settled = Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));
        Assert.Equal(Entries, settled.Fates.Values.Sum());

        Task RecordAsync(int index, CancellationToken token) => ledger.RecordFateAsync(
            new EntryFate(new EntryOrigin(file.Path, file.Version, index), Fate.Stored, null, null, null), token);

        async Task<long> CountOperationsAsync()
        {
            var before = pipeline.Account.Operations.Total;
            Assert.Empty(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));
            return pipeline.Account.Operations.Total - before;
        }
    }
}
