using Azure.Storage.Blobs.Models;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Queue;

public sealed class PoisonDrainTests(EmulatorFixture emulator)
{
    private static readonly EntryOrigin Origin = new("wire/poisoned.xml", "1", 0);

    [Fact]
    public async Task A_message_whose_fault_has_passed_ends_as_an_article()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await PoisonAsync(pipeline);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        Assert.Equal(Fate.Stored, (await FateAsync(pipeline)).Fate);
        Assert.Equal(0, await LeftAsync(pipeline));
    }

    [Fact]
    public async Task A_message_that_fails_again_rests_before_its_next_try()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await PoisonAsync(pipeline);
        await pipeline.Account.Table("bands").DeleteAsync(TestPipeline.Token);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);
        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        Assert.Empty(await pipeline.Get<ILedgerStore>().ListFatesAsync(Origin.Path, Origin.FileVersion, TestPipeline.Token));
        Assert.Equal(1, await LeftAsync(pipeline));
    }

    [Fact]
    public void An_outage_of_an_hour_is_outlasted() =>
        Assert.True(Enumerable.Range(1, new IngestionSettings().PoisonTries - 1).Sum(tries => PoisonDrain.PauseAfter(tries).TotalMinutes)
            > 60);

    [Fact]
    public async Task A_message_that_fails_at_its_last_try_ends_as_a_failed_fate_with_its_error()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, new IngestionSettings { PoisonTries = 1 });
        await PoisonAsync(pipeline);
        await pipeline.Account.Table("bands").DeleteAsync(TestPipeline.Token);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        var fate = await FateAsync(pipeline);
        Assert.Equal(Fate.Failed, fate.Fate);
        Assert.StartsWith("TableTransactionFailedException: ", fate.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await LeftAsync(pipeline));
    }

    [Theory]
    [InlineData("not ours")]
    [InlineData("bm90IG91cnM=")]
    public async Task A_message_of_a_stranger_is_set_aside_and_keeps_no_other_from_its_try(string text)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Undecoded(pipeline.Account.PoisonQueue).SendMessageAsync(text, TestPipeline.Token);
        await PoisonAsync(pipeline);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        Assert.Equal(0, await LeftAsync(pipeline));
        Assert.Equal(Fate.Stored, (await FateAsync(pipeline)).Fate);
        var kept = await pipeline.Account.Overflow.GetBlobsAsync(new GetBlobsOptions { Prefix = "foreign/" }, TestPipeline.Token)
            .SingleAsync(TestPipeline.Token);
        var blob = await pipeline.Account.Overflow.GetBlobClient(kept.Name).DownloadContentAsync(TestPipeline.Token);
        Assert.Equal(text, blob.Value.Content.ToString());
    }

    // As the host does it: the message is moved from one queue to the other as it is.
    private static async Task PoisonAsync(TestPipeline pipeline)
    {
        var message = new EntryMessage(Stories.Entry(1, "wire"), Origin, "wire", pipeline.Time.GetUtcNow());
        await pipeline.Get<EntryQueue>().SendAsync(message, TestPipeline.Token);
        var sent = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        await pipeline.Account.PoisonQueue.SendMessageAsync(sent.Body, cancellationToken: TestPipeline.Token);
    }

    private static async Task<EntryFate> FateAsync(TestPipeline pipeline) =>
        Assert.Single(await pipeline.Get<ILedgerStore>().ListFatesAsync(Origin.Path, Origin.FileVersion, TestPipeline.Token));

    private static async Task<long> LeftAsync(TestPipeline pipeline) =>
        (await pipeline.Account.PoisonQueue.GetPropertiesAsync(TestPipeline.Token)).Value.ApproximateMessagesCountLong;
}
