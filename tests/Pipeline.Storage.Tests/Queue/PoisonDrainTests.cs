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
    public async Task A_message_that_fails_again_ends_as_a_failed_fate_with_its_error()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await PoisonAsync(pipeline);
        await pipeline.Account.Table("bands").DeleteAsync(TestPipeline.Token);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        var fate = await FateAsync(pipeline);
        Assert.Equal(Fate.Failed, fate.Fate);
        Assert.StartsWith("TableTransactionFailedException: ", fate.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await LeftAsync(pipeline));
    }

    [Fact]
    public async Task A_message_of_a_stranger_stays_for_a_person_to_see()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.PoisonQueue.SendMessageAsync("not ours", TestPipeline.Token);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        Assert.Equal(1, await LeftAsync(pipeline));
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
