using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class WithdrawalTests(EmulatorFixture emulator)
{
    private const string Guid = "urn:newsml:example:1";

    [Fact]
    public async Task A_cancelled_item_is_gone_for_lists_and_a_change_for_pollers()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1), "v1.xml");
        var cancelled = await pipeline.EnrichAsync(Item(2, WireStatus.Canceled), "v2.xml");

        Assert.Equal(Fate.Withdrawn, cancelled.Fate);
        Assert.Empty(await pipeline.ListAsync());
        Assert.Single(await pipeline.ListAsync(new ListQuery { IncludeWithdrawn = true }));
        Assert.Equal([ChangeKind.New, ChangeKind.Withdrawn], (await pipeline.ChangesAsync()).Select(change => change.Kind));
    }

    [Fact]
    public async Task A_kill_that_arrives_before_the_article_keeps_it_away()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        var killed = await TakeAsync(pipeline, "kill");
        var late = await pipeline.EnrichAsync(Item(1), "v1.xml");

        Assert.Equal(Fate.Withdrawn, killed.Fate);
        Assert.Equal(Fate.Withdrawn, late.Fate);
        Assert.Empty(await pipeline.ListAsync());
        Assert.Empty(await pipeline.ChangesAsync());
    }

    [Theory]
    [InlineData("tag:feed.example,2026:1", true)]
    [InlineData("https://feed.example/?p=1", false)]
    public async Task A_deletion_in_a_feed_withdraws_the_entry_of_that_id(string id, bool isGlobal)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var post = Stories.Entry(1, "feed", At(9)) with { SourceId = id, SourceIdIsGlobal = isGlobal };
        var deletion = new Entry { SourceId = id, SourceIdIsGlobal = isGlobal, Wire = new WireFacts { Status = WireStatus.Canceled } };

        await pipeline.EnrichAsync(post, "feed.xml", "feed");
        var deleted = await pipeline.EnrichAsync(deletion, "later.xml", "feed");

        Assert.Equal(Fate.Withdrawn, deleted.Fate);
        Assert.Empty(await pipeline.ListAsync());
    }

    [Theory]
    [InlineData(8, Fate.Unchanged)]
    [InlineData(9, Fate.Withdrawn)]
    public async Task A_deletion_counts_only_for_an_entry_that_was_not_updated_since(int hour, Fate expected)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var deletion = new Entry
        {
            SourceId = "notice",
            Updated = new PublishedDate(At(hour), "then"),
            Wire = new WireFacts { Status = WireStatus.Canceled },
        };

        await pipeline.EnrichAsync(Stories.Entry(1, "feed", At(9)) with { SourceId = "notice" }, "feed.xml", "feed");
        var deleted = await pipeline.EnrichAsync(deletion, "later.xml", "feed");

        Assert.Equal(expected, deleted.Fate);
    }

    [Theory]
    [InlineData(11, "Saved", "Saved")]
    [InlineData(11, null, "Story 1 of the day")]
    [InlineData(9, "Saved", null)]
    public async Task An_entry_that_is_updated_after_its_deletion_is_there_again(int hour, string? title, string? expected)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var entry = Stories.Entry(1, "feed", At(8)) with { SourceId = "notice" };
        var deletion = new Entry
        {
            SourceId = "notice",
            Updated = new PublishedDate(At(10), "then"),
            Wire = new WireFacts { Status = WireStatus.Canceled },
        };
        var later = entry with { Title = title ?? entry.Title, Updated = new PublishedDate(At(hour), "later") };

        await pipeline.EnrichAsync(entry, "feed.xml", "feed");
        await pipeline.EnrichAsync(deletion, "deleted.xml", "feed");
        await pipeline.EnrichAsync(later, "later.xml", "feed");

        Assert.Equal(expected, (await pipeline.ListAsync()).SingleOrDefault()?.Title);
    }

    [Theory]
    [InlineData(11, 1)]
    [InlineData(9, 0)]
    public async Task A_deletion_that_comes_first_keeps_away_what_was_not_updated_since(int hour, int expected)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var entry = Stories.Entry(1, "feed", At(8)) with { SourceId = "notice", Updated = new PublishedDate(At(hour), "then") };
        var deletion = new Entry
        {
            SourceId = "notice",
            Updated = new PublishedDate(At(10), "then"),
            Wire = new WireFacts { Status = WireStatus.Canceled },
        };

        await pipeline.EnrichAsync(deletion, "deleted.xml", "feed");
        await pipeline.EnrichAsync(entry, "feed.xml", "feed");

        Assert.Equal(expected, (await pipeline.ListAsync()).Count);
    }

    [Fact]
    public async Task A_later_version_brings_a_cancelled_item_back()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1), "v1.xml");
        await pipeline.EnrichAsync(Item(2, WireStatus.Canceled), "v2.xml");
        await pipeline.EnrichAsync(Item(3) with { Title = "Corrected" }, "v3.xml");

        Assert.Equal("Corrected", Assert.Single(await pipeline.ListAsync()).Title);
    }

    [Fact]
    public async Task A_copy_of_a_withdrawn_story_takes_its_place_and_is_flagged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1), "v1.xml");
        var copy = await pipeline.EnrichAsync(Stories.Entry(1, "second", At(9)), "copy.xml", "second");
        await pipeline.EnrichAsync(Item(2, WireStatus.Canceled), "v2.xml");

        var heir = Assert.Single(await pipeline.ListAsync());
        Assert.Equal(copy.ArticleId, heir.Id);
        Assert.Contains("copy-of-withdrawn", heir.Flags);
    }

    [Theory]
    [InlineData("item", "cancel", "copy", "late copy")]
    [InlineData("copy", "late copy", "item", "cancel")]
    [InlineData("late copy", "item", "cancel", "copy")]
    [InlineData("cancel", "copy", "item", "late copy")]
    [InlineData("copy", "cancel", "late copy", "item")]
    public async Task Every_copy_of_a_withdrawn_story_is_flagged_whatever_the_order(params string[] order)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var step in order)
            await TakeAsync(pipeline, step);

        Assert.All(await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true }),
            copy => Assert.Equal(["copy-of-withdrawn"], copy.Flags));
        Assert.Equal("second", Assert.Single(await pipeline.ListAsync()).Source);
        foreach (var last in await LastChangesAsync(pipeline))
            Assert.Equal(last.State == ArticleState.Withdrawn ? [] : ["copy-of-withdrawn"], last.Flags);
    }

    [Fact]
    public async Task A_revision_of_a_copy_of_a_withdrawn_story_stays_flagged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var step in new[] { "item", "copy", "cancel" })
            await TakeAsync(pipeline, step);

        await pipeline.EnrichAsync(Copy("second", 9) with { Title = "Another headline" }, "copy-2.xml", "second");

        Assert.Equal(["copy-of-withdrawn"], Assert.Single(await pipeline.ListAsync()).Flags);
    }

    [Fact]
    public async Task A_poller_sees_that_copies_are_copies_of_a_withdrawn_story_no_more()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var step in new[] { "item", "copy", "late copy", "cancel" })
            await TakeAsync(pipeline, step);

        await pipeline.EnrichAsync(Item(3), "v3.xml");

        Assert.Equal("wire", Assert.Single(await pipeline.ListAsync()).Source);
        Assert.All(await LastChangesAsync(pipeline), last => Assert.Empty(last.Flags));
        Assert.Equal(3, (await LastChangesAsync(pipeline)).Count);
    }

    [Fact]
    public async Task More_copies_than_one_commit_holds_are_all_flagged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Item(1), "v1.xml");
        for (var copy = 0; copy < 50; copy++)
            await pipeline.EnrichAsync(Copy($"outlet{copy}", 9), "copy.xml", $"outlet{copy}");

        await TakeAsync(pipeline, "cancel");

        Assert.Equal(50, (await LastChangesAsync(pipeline)).Count(last => last.Flags.Contains("copy-of-withdrawn")));
    }

    [Fact]
    public async Task A_usable_version_that_is_older_than_the_cancellation_does_not_bring_the_item_back()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1), "v1.xml");
        await pipeline.EnrichAsync(Item(5, WireStatus.Canceled), "v5.xml");
        await pipeline.EnrichAsync(Item(3), "v3.xml");

        Assert.Empty(await pipeline.ListAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_version_undoes_a_kill(bool killsFirst)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        if (!killsFirst)
            await pipeline.EnrichAsync(Item(1), "v1.xml");

        await TakeAsync(pipeline, "kill");
        await pipeline.EnrichAsync(Item(2), "v2.xml");

        Assert.Empty(await pipeline.ListAsync());
    }

    [Fact]
    public async Task An_embargoed_item_is_published_when_its_time_comes()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var until = pipeline.Time.GetUtcNow().AddHours(2);

        var held = await pipeline.EnrichAsync(Item(1) with { Wire = new WireFacts { Embargo = new Embargo(until) } }, "v1.xml");
        var before = await pipeline.Get<EmbargoRelease>().ReleaseAsync(TestPipeline.Token);
        Assert.Empty(await pipeline.ListAsync());
        pipeline.Time.SetUtcNow(until.AddMinutes(1));
        var after = await pipeline.Get<EmbargoRelease>().ReleaseAsync(TestPipeline.Token);

        Assert.Equal((Fate.Stored, 0, 1), (held.Fate, before, after));
        Assert.Single(await pipeline.ListAsync());
        Assert.Equal([ChangeKind.Released], (await pipeline.ChangesAsync()).Select(change => change.Kind));
    }

    [Fact]
    public async Task A_message_comes_when_an_embargo_ends_and_publishes_what_is_due()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var until = pipeline.Time.GetUtcNow().AddSeconds(2);
        await pipeline.EnrichAsync(Item(1) with { Wire = new WireFacts { Embargo = new Embargo(until) } }, "v1.xml");

        Assert.Empty((await pipeline.Account.ReleaseQueue.ReceiveMessagesAsync(32, cancellationToken: TestPipeline.Token)).Value);
        await Task.Delay(TimeSpan.FromSeconds(3), TestPipeline.Token);
        var message = (await pipeline.Account.ReleaseQueue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        await pipeline.Get<ReleaseReceiver>().ReceiveAsync(message.Body.ToString(), TestPipeline.Token);

        Assert.Equal([ChangeKind.Released], (await pipeline.ChangesAsync()).Select(change => change.Kind));
    }

    [Fact]
    public async Task A_message_of_an_embargo_longer_than_a_queue_hides_it_is_sent_on()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var until = pipeline.Time.GetUtcNow().AddDays(30);
        await pipeline.EnrichAsync(Item(1) with { Wire = new WireFacts { Embargo = new Embargo(until) } }, "v1.xml");

        await pipeline.Get<ReleaseReceiver>().ReceiveAsync($"{until:O}", TestPipeline.Token);

        Assert.Empty(await pipeline.ChangesAsync());
        Assert.Equal(2, (await pipeline.Account.ReleaseQueue.GetPropertiesAsync(TestPipeline.Token)).Value.ApproximateMessagesCountLong);
    }

    [Fact]
    public async Task What_is_withheld_or_has_no_readable_end_stays_held()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1, WireStatus.Withheld), "v1.xml");
        await pipeline.EnrichAsync(Item(1) with
        {
            SourceId = "urn:2",
            Url = "https://first.example/2",
            Wire = new WireFacts { Embargo = new Embargo(null) }
        }, "other.xml");
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddYears(1));
        await pipeline.Get<EmbargoRelease>().ReleaseAsync(TestPipeline.Token);

        Assert.Empty(await pipeline.ListAsync());
        Assert.Empty(await pipeline.ChangesAsync());
    }

    private static Task<EntryFate> TakeAsync(TestPipeline pipeline, string step) => step switch
    {
        "item" => pipeline.EnrichAsync(Item(1), "v1.xml"),
        "cancel" => pipeline.EnrichAsync(Item(2, WireStatus.Canceled), "v2.xml"),
        "copy" => pipeline.EnrichAsync(Copy("second", 9), "copy.xml", "second"),
        "late copy" => pipeline.EnrichAsync(Copy("third", 10), "copy.xml", "third"),
        _ => pipeline.EnrichAsync(
            new Entry { SourceId = "kill-1", SourceIdIsGlobal = true, Title = "Kill", Wire = new WireFacts { Kills = [Guid] } },
            "kill.xml"),
    };

    private static Entry Copy(string outlet, int hour) => Stories.Entry(1, outlet, At(hour));

    private static async Task<IReadOnlyList<ArticleSummary>> LastChangesAsync(TestPipeline pipeline) =>
        [.. (await pipeline.ChangesAsync()).GroupBy(change => change.Article.Id).Select(changes => changes.Last().Article)];

    private static DateTimeOffset At(int hour) => new(2026, 2, 20, hour, 30, 0, TimeSpan.Zero);

    private static Entry Item(int version, WireStatus status = WireStatus.Usable) => Stories.Entry(1) with
    {
        SourceId = Guid,
        SourceIdIsGlobal = true,
        Wire = new WireFacts { Version = version, Status = status },
    };
}
