using System.Security.Cryptography;
using Azure;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Queue;

/// <summary>Messages that carry several entries of one file.</summary>
public sealed class SeveralEntriesTests(EmulatorFixture emulator)
{
    private const string Path = "wire/several.xml";
    private const int Entries = 12;

    [Fact]
    public async Task Entries_of_a_file_travel_together_as_many_as_fit()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var large = Message(40) with { Entry = Stories.Entry(40) with { ContentHtml = $"<p>{Noise(200_000)}</p>" } };

        await pipeline.Get<EntryQueue>().SendAsync(
            [.. Enumerable.Range(1, 20).Select(Message), large, .. Enumerable.Range(21, 4).Select(Message)], TestPipeline.Token);

        var messages = (await pipeline.Account.Queue.ReceiveMessagesAsync(32, cancellationToken: TestPipeline.Token)).Value;
        var entries = await Task.WhenAll(messages.Select(
            message => pipeline.Get<EntryQueue>().ReadAsync(message.Body, TestPipeline.Token)));
        Assert.Equal([1, 8, 16], entries.Select(some => some.Count).Order());
        Assert.Equal(Enumerable.Range(1, 24).Append(40), entries.SelectMany(some => some).Select(entry => entry.Origin.Index).Order());
        Assert.Equal(large.Entry.ContentHtml, entries.Single(some => some.Count == 1)[0].Entry.ContentHtml);
    }

    [Fact]
    public async Task A_message_of_one_entry_from_before_is_still_read()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        byte[] body = [0, .. Compressed.Compress(Message(1), PipelineJson.Default.EntryMessage)];

        await pipeline.Get<EntryReceiver>().ReceiveAsync(body, TestPipeline.Token);

        Assert.Equal(Fate.Stored, Assert.Single(await FatesAsync(pipeline)).Fate);
    }

    [Fact]
    public async Task Entries_of_a_message_share_what_is_written_to_one_partition()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Stories.Entry(100), "warm-up.xml");
        await pipeline.Get<EntryQueue>().SendAsync([.. Enumerable.Range(1, Entries).Select(Message)], TestPipeline.Token);
        var together = await CountAsync(pipeline, pipeline.DrainAsync);

        Assert.Equal(Enumerable.Repeat(Fate.Stored, Entries), (await FatesAsync(pipeline)).Select(fate => fate.Fate));
        Assert.Equal(Entries + 1, (await pipeline.ChangesAsync()).Count);
        // Each body has a partition of its own; by itself an entry has a transaction for most of its bands, and three more.
        Assert.InRange(together, Entries + 3, 4 * Entries);
    }

    [Fact]
    public async Task An_entry_that_fails_is_tried_alone_and_takes_no_other_along()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        pipeline.Lists.FailingTitle = Message(3).Entry.Title;
        await pipeline.Get<EntryQueue>().SendAsync([.. Enumerable.Range(1, 4).Select(Message)], TestPipeline.Token);
        var sent = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;

        await pipeline.Get<EntryReceiver>().ReceiveAsync(sent.Body, TestPipeline.Token);

        Assert.Equal([1, 2, 4], (await FatesAsync(pipeline)).Select(fate => fate.Origin.Index));
        var alone = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        Assert.Equal(3, Assert.Single(await pipeline.Get<EntryQueue>().ReadAsync(alone.Body, TestPipeline.Token)).Origin.Index);
        await Assert.ThrowsAsync<RequestFailedException>(() => pipeline.Get<EntryReceiver>().ReceiveAsync(alone.Body, TestPipeline.Token));
        pipeline.Lists.FailingTitle = null;
        await pipeline.Get<EntryReceiver>().ReceiveAsync(alone.Body, TestPipeline.Token);
        Assert.Equal(4, (await FatesAsync(pipeline)).Count);
        Assert.Equal(4, (await pipeline.ChangesAsync()).Count);
    }

    [Fact]
    public async Task Where_all_fail_the_message_stays_as_it_is()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Get<EntryQueue>().SendAsync([Message(1), Message(2)], TestPipeline.Token);
        var sent = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        await pipeline.Account.Table("bands").DeleteAsync(TestPipeline.Token);

        await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => pipeline.Get<EntryReceiver>().ReceiveAsync(sent.Body, TestPipeline.Token));

        Assert.Equal(1, (await pipeline.Account.Queue.GetPropertiesAsync(TestPipeline.Token)).Value.ApproximateMessagesCountLong);
    }

    [Fact]
    public async Task What_ended_its_process_at_every_try_is_split_by_the_drain_of_the_poison_queue()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Get<EntryQueue>().SendAsync([Message(1), Message(2), Message(3)], TestPipeline.Token);
        var sent = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        await pipeline.Account.PoisonQueue.SendMessageAsync(sent.Body, cancellationToken: TestPipeline.Token);
        await pipeline.Account.Queue.DeleteMessageAsync(sent.MessageId, sent.PopReceipt, TestPipeline.Token);

        await pipeline.Get<PoisonDrain>().DrainAsync(TestPipeline.Token);

        Assert.Empty(await FatesAsync(pipeline));
        Assert.Equal(3, (await pipeline.Account.Queue.GetPropertiesAsync(TestPipeline.Token)).Value.ApproximateMessagesCountLong);
        await pipeline.DrainAsync();
        Assert.Equal(3, (await FatesAsync(pipeline)).Count);
    }

    private static EntryMessage Message(int number) => new(
        Stories.Entry(number), new EntryOrigin(Path, "1", number), "wire", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static string Noise(int length) => RandomNumberGenerator.GetHexString(length);

    private static Task<IReadOnlyList<EntryFate>> FatesAsync(TestPipeline pipeline) =>
        pipeline.Get<ILedgerStore>().ListFatesAsync(Path, "1", TestPipeline.Token);

    private static async Task<long> CountAsync(TestPipeline pipeline, Func<Task> work)
    {
        var before = pipeline.Account.Operations.Counts.GetValueOrDefault("table transaction");
        await work();
        return pipeline.Account.Operations.Counts["table transaction"] - before;
    }
}
