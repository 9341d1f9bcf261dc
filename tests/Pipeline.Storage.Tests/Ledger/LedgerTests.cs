using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Ledger;

public sealed class LedgerTests(EmulatorFixture emulator)
{
    private const string Feed =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
          {"id":"1","url":"https://feed.example/1","title":"One","content_text":"The first."},
          {"id":"2","url":"https://feed.example/2","title":"Two","content_text":"The second."},
          {"id":"3","url":"https://feed.example/3","title":"Three","content_text":"The third."}]}
        """;

    [Fact]
    public async Task The_fates_of_a_file_add_up_to_its_entries()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.DropAsync("feed/a b%20新闻 🗞.json", Feed);
        var settled = Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));

        Assert.Equal(3, settled.EntryCount);
        Assert.Equal(3, settled.Fates.Values.Sum());
        Assert.Equal(settled.Fates, (await pipeline.Get<LedgerStore>().FindFileAsync(settled.Path, TestPipeline.Token))!.Fates);
    }

    [Fact]
    public async Task A_file_that_is_delivered_several_times_at_once_is_listed_once()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var start = pipeline.Time.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(second => pipeline.Get<LedgerStore>().RecordFileAsync(
            new FileRecord
            {
                Path = "feed/a.json",
                Version = "1",
                Source = "feed",
                ReceivedAt = start.AddSeconds(second),
                State = FileState.Parsed
            },
            TestPipeline.Token)));

        Assert.Single((await pipeline.Get<LedgerStore>().ListFilesAsync(new FileQuery(), TestPipeline.Token)).Items);
        Assert.Single(await pipeline.Get<LedgerStore>().ListUnsettledAsync(TestPipeline.Token));
    }

    [Fact]
    public async Task The_entries_that_are_done_are_found_from_any_one_on_with_one_operation()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var ledger = pipeline.Get<LedgerStore>();
        await pipeline.DropAsync("feed/a.json", Feed);
        var file = await ledger.FindFileAsync("feed/a.json", TestPipeline.Token);
        await ledger.DeleteFateAsync(new EntryOrigin(file!.Path, file.Version, 1), TestPipeline.Token);
        var before = pipeline.Account.Operations.Total;

        Assert.Equal([0, 2], await ledger.ListSettledAsync(file.Path, file.Version, 0, TestPipeline.Token));
        Assert.Equal(1, pipeline.Account.Operations.Total - before);
        Assert.Equal([2], await ledger.ListSettledAsync(file.Path, file.Version, 1, TestPipeline.Token));
        Assert.Empty(await ledger.ListSettledAsync(file.Path, file.Version, 3, TestPipeline.Token));
        Assert.Empty(await ledger.ListSettledAsync(file.Path, "another", 0, TestPipeline.Token));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_rejected_in_words_and_stays()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.DropAsync("feed/empty.xml", "");
        await pipeline.DropAsync("feed/junk.bin", "\u0001\u0002\u0003 nothing");

        var files = (await pipeline.Get<LedgerStore>().ListFilesAsync(
            new FileQuery { State = FileState.Rejected }, TestPipeline.Token)).Items;
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.False(string.IsNullOrWhiteSpace(file.Reason)));
        Assert.True(await pipeline.Account.Incoming.GetBlobClient("feed/empty.xml").ExistsAsync(TestPipeline.Token));
    }

    [Fact]
    public async Task The_sweep_takes_up_a_file_whose_event_was_lost()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Incoming.GetBlobClient("feed/lost.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddYears(5));

        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        await pipeline.DrainAsync();

        Assert.Single(await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token));
        Assert.Equal(3, (await pipeline.ListAsync()).Count);
    }

    [Fact]
    public async Task What_was_being_parsed_when_a_process_ended_waits_for_all_others()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var name in new[] { "a", "b", "c" })
            await pipeline.Account.Incoming.GetBlobClient($"feed/{name}.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddYears(5));
        await pipeline.Get<LedgerStore>().RecordTriedAsync(["feed/a.json"], TestPipeline.Token);

        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);

        var files = (await pipeline.Get<LedgerStore>().ListFilesAsync(new FileQuery(), TestPipeline.Token)).Items;
        Assert.Equal("feed/a.json", files.MaxBy(file => file.ReceivedAt)!.Path);
        Assert.Empty(string.Concat(await pipeline.Get<LedgerStore>().ListTriedAsync(TestPipeline.Token)));
    }

    [Fact]
    public async Task A_file_that_failed_is_known_by_its_tag_and_keeps_when_it_came()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Get<ParseStage>().FailAsync("feed/a.json", "tag", "broken", TestPipeline.Token);
        var first = await pipeline.Get<LedgerStore>().FindFileAsync("feed/a.json", TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddHours(1));
        await pipeline.Get<ParseStage>().FailAsync("feed/a.json", "tag", "broken", TestPipeline.Token);
        var second = await pipeline.Get<LedgerStore>().FindFileAsync("feed/a.json", TestPipeline.Token);

        Assert.Equal("tag", second!.ETag);
        Assert.Equal(first!.ReceivedAt, second.ReceivedAt);
    }

    [Fact]
    public async Task A_sweep_looks_up_only_what_changed_since_the_last_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        pipeline.Time.SetUtcNow(TimeProvider.System.GetUtcNow().AddHours(1));
        for (var file = 0; file < 20; file++)
            await pipeline.DropAsync($"feed/{file}.json", """{"version":"https://jsonfeed.org/version/1.1","items":[]}""");
        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        await using var restarted = await TestPipeline.StartAsync(emulator, prefix: pipeline.Prefix);
        restarted.Time.SetUtcNow(pipeline.Time.GetUtcNow());

        var before = restarted.Account.Operations.Total;
        await restarted.Get<Sweeper>().SweepAsync(TestPipeline.Token);

        Assert.InRange(restarted.Account.Operations.Total - before, 1, 5);
    }

    [Fact]
    public async Task Settles_what_is_complete_behind_files_that_wait()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Incoming.GetBlobClient("feed/waits.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);
        await pipeline.Get<ParseStage>().ParseAsync("feed/waits.json", TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddMinutes(1));
        await pipeline.Account.Queue.ClearMessagesAsync(TestPipeline.Token);
        await pipeline.DropAsync("feed/complete.json", Feed.Replace("/1", "/4", StringComparison.Ordinal));

        Assert.Equal("feed/complete.json", Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token)).Path);
    }

    [Fact]
    public async Task The_same_bytes_dropped_again_are_settled_already()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync("feed/a.json", Feed);
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);

        await pipeline.DropAsync("feed/a.json", Feed);

        Assert.Empty(await pipeline.Get<LedgerStore>().ListUnsettledAsync(TestPipeline.Token));
        Assert.Equal(3, (await pipeline.ChangesAsync()).Count);
    }

    [Fact]
    public async Task A_failed_entry_can_be_replayed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Incoming.GetBlobClient("feed/a.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);
        await pipeline.Get<ParseStage>().ParseAsync("feed/a.json", TestPipeline.Token);
        foreach (var message in (await pipeline.Account.Queue.ReceiveMessagesAsync(16, cancellationToken: TestPipeline.Token)).Value)
        {
            foreach (var entry in await pipeline.Get<EntryQueue>().ReadAsync(message.Body, TestPipeline.Token))
                await pipeline.Get<EnrichStage>().FailAsync(entry, "the store was out of reach", TestPipeline.Token);
            await pipeline.Account.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestPipeline.Token);
        }

        var failed = Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));
        Assert.Equal(3, failed.Fates[Fate.Failed]);
        Assert.True(await pipeline.Get<Replay>().ReplayFileAsync("feed/a.json", TestPipeline.Token));
        await pipeline.DrainAsync();

        var settled = Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));
        Assert.Equal(3, settled.Fates[Fate.Stored]);
    }

    [Fact]
    public async Task A_replay_of_a_file_that_fails_again_does_not_settle_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Get<ParseStage>().FailAsync("feed/gone.json", null, "the store was out of reach", TestPipeline.Token);

        Assert.True(await pipeline.Get<Replay>().ReplayFileAsync("feed/gone.json", TestPipeline.Token));

        Assert.Empty(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token));
        var file = await pipeline.Get<LedgerStore>().FindFileAsync("feed/gone.json", TestPipeline.Token);
        Assert.Equal((FileState.Failed, "the store was out of reach"), (file!.State, file.Reason));
    }

    [Fact]
    public async Task A_replay_parses_a_rejected_file_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync("feed/a.json", Feed);
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
        var settled = await pipeline.Get<LedgerStore>().FindFileAsync("feed/a.json", TestPipeline.Token);
        // As a former version of the parser left it, which could not read it.
        await pipeline.Get<LedgerStore>().RecordFileAsync(settled! with { State = FileState.Rejected, EntryCount = 0 }, TestPipeline.Token);

        Assert.True(await pipeline.Get<Replay>().ReplayFileAsync("feed/a.json", TestPipeline.Token));

        Assert.Equal(3, Assert.Single(await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token)).EntryCount);
    }

    [Fact]
    public async Task A_clock_that_was_ahead_once_does_not_stop_intake()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        pipeline.Time.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(10));
        await pipeline.Get<LedgerStore>().RecordSweepAsync(
            new SweepPosition(pipeline.Time.GetUtcNow().AddYears(1), null, null), TestPipeline.Token);
        await pipeline.Account.Incoming.GetBlobClient("feed/a.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);

        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);

        Assert.NotNull(await pipeline.Get<LedgerStore>().FindFileAsync("feed/a.json", TestPipeline.Token));
        Assert.True((await pipeline.Get<LedgerStore>().GetSweepAsync(TestPipeline.Token)).Until < pipeline.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_file_that_came_while_a_clock_was_ahead_is_sent_again_when_it_is_overdue()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var now = pipeline.Time.GetUtcNow();
        pipeline.Time.SetUtcNow(now.AddYears(1));
        await pipeline.Account.Incoming.GetBlobClient("feed/a.json").UploadAsync(new BinaryData(Feed), TestPipeline.Token);
        await pipeline.Get<ParseStage>().ParseAsync("feed/a.json", TestPipeline.Token);
        await pipeline.Account.Queue.ClearMessagesAsync(TestPipeline.Token);
        pipeline.Time.SetUtcNow(now);
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
        pipeline.Time.SetUtcNow(now.AddHours(1));

        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
        await pipeline.DrainAsync();

        Assert.Equal(3, (await pipeline.ListAsync()).Count);
        Assert.All(await pipeline.ListAsync(), article => Assert.True(article.ListedAt <= pipeline.Time.GetUtcNow()));
    }

    [Fact]
    public async Task An_entry_too_large_for_a_message_is_read_from_its_claim_check()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(_ => $"{random.Next():x8} "));

        await pipeline.DropAsync("feed/large.json", Feed.Replace("The first.", text, StringComparison.Ordinal));

        var article = (await pipeline.ListAsync()).Single(item => item.Title == "One");
        var stored = await pipeline.Get<ArticleStore>().FindAsync(article.Id, TestPipeline.Token);
        Assert.True(stored!.Article.Text.Length > 300_000);
    }
}
