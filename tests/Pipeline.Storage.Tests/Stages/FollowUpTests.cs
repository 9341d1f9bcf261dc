using Azure;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>Lists follow the log, whatever fails between the two.</summary>
public sealed class FollowUpTests(EmulatorFixture emulator)
{
    private static readonly ListQuery Everything = new() { IncludeDuplicates = true, IncludeWithdrawn = true };

    [Fact]
    public async Task Lists_do_not_stay_behind_when_a_third_copy_comes_before_the_second_is_delivered_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Copy("a", 3), "a.xml", "a");
        await FailAsync(pipeline, () => pipeline.EnrichAsync(Copy("b", 2), "b.xml", "b"));
        await pipeline.EnrichAsync(Copy("c", 1), "c.xml", "c");

        await pipeline.EnrichAsync(Copy("b", 2), "b.xml", "b");

        await AssertListsFollowAsync(pipeline);
        Assert.Equal("c", Assert.Single(await pipeline.ListAsync()).Source);
    }

    [Fact]
    public async Task What_nobody_delivers_again_is_swept()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Copy("a", 3), "a.xml", "a");
        await FailAsync(pipeline, () => pipeline.EnrichAsync(Copy("b", 2), "b.xml", "b"));
        await using var other = await TestPipeline.StartAsync(emulator, prefix: pipeline.Prefix);
        other.Time.SetUtcNow(pipeline.Time.GetUtcNow() + TimeSpan.FromMinutes(1));

        Assert.InRange(await other.Get<CommitFollowUp>().SweepAsync(TestPipeline.Token), 1, 2);

        await AssertListsFollowAsync(pipeline);
        Assert.Equal(0, await other.Get<CommitFollowUp>().FinishAllAsync(TestPipeline.Token));
    }

    [Fact]
    public async Task What_was_committed_while_a_clock_was_ahead_is_swept_too()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var now = pipeline.Time.GetUtcNow();
        pipeline.Time.SetUtcNow(now.AddYears(1));
        await FailAsync(pipeline, () => pipeline.EnrichAsync(Copy("b", 2), "b.xml", "b"));
        pipeline.Time.SetUtcNow(now);

        Assert.Equal(1, await pipeline.Get<CommitFollowUp>().SweepAsync(TestPipeline.Token));
    }

    [Fact]
    public async Task An_editor_who_tries_a_merge_again_that_was_cut_short_finds_it_done()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var one = await pipeline.EnrichAsync(Stories.Entry(1, "one"), "1.xml", "one");
        var two = await pipeline.EnrichAsync(Stories.Entry(2, "two"), "2.xml", "two");
        var editor = pipeline.Get<ClusterEditor>();
        await FailAsync(pipeline, () => editor.MergeAsync(one.ArticleId!, two.ArticleId!, TestPipeline.Token));

        Assert.True(await editor.MergeAsync(one.ArticleId!, two.ArticleId!, TestPipeline.Token));

        await AssertListsFollowAsync(pipeline);
        Assert.Single(await pipeline.ListAsync());
        Assert.False(await editor.MergeAsync(one.ArticleId!, one.ArticleId!, TestPipeline.Token));
    }

    [Fact]
    public async Task Copies_are_flagged_though_the_withdrawal_was_cut_short_after_its_first_commit()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var item = Copy("wire", 1) with { SourceId = "urn:1", SourceIdIsGlobal = true, Wire = new WireFacts { Version = 1 } };
        await pipeline.EnrichAsync(item, "v1.xml");
        for (var copy = 0; copy < 24; copy++)
            await pipeline.EnrichAsync(Copy($"outlet{copy}", 9), "copy.xml", $"outlet{copy}");
        var cancelled = item with { Wire = new WireFacts { Version = 2, Status = WireStatus.Canceled } };
        await FailAsync(pipeline, () => pipeline.EnrichAsync(cancelled, "v2.xml"));

        await pipeline.Get<CommitFollowUp>().FinishAllAsync(TestPipeline.Token);

        var copies = await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true, Limit = 100 });
        Assert.Equal(24, copies.Count);
        Assert.All(copies, copy => Assert.Equal(["copy-of-withdrawn"], copy.Flags));
    }

    [Fact]
    public async Task A_commit_whose_lists_are_written_leaves_nothing_behind_and_its_note_costs_no_operation()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Note("The ferry sails at noon."), "1.xml");
        var before = pipeline.Account.Operations.Counts.GetValueOrDefault("table transaction");
        await pipeline.EnrichAsync(Note("The crane is green again."), "2.xml");
        var second = pipeline.Account.Operations.Counts["table transaction"] - before;
        await pipeline.EnrichAsync(Note("Nobody fed the gulls today."), "3.xml");

        Assert.Equal(second, pipeline.Account.Operations.Counts["table transaction"] - before - second);
        Assert.Empty(await pipeline.Get<CatalogStore>().ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token));
    }

    // Too short for bands, of which each text has others in other partitions.
    private static Entry Note(string text) =>
        Stories.Entry(text.Length) with { Title = text, ContentHtml = $"<p>{text}</p>" };

    [Fact]
    public async Task A_note_that_another_instance_has_deleted_does_not_stop_the_next_commit()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await using var other = await TestPipeline.StartAsync(emulator, prefix: pipeline.Prefix);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        await other.Get<CommitFollowUp>().FinishAllAsync(TestPipeline.Token);
        await other.Get<CommitFollowUp>().FinishAllAsync(TestPipeline.Token);

        await pipeline.EnrichAsync(Stories.Entry(2), "2.xml");
        await pipeline.EnrichAsync(Stories.Entry(3), "3.xml");

        Assert.Equal(3, (await pipeline.ListAsync()).Count);
        Assert.Empty(await pipeline.Get<CatalogStore>().ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token));
    }

    [Fact]
    public async Task A_commit_that_two_finish_at_once_does_not_stop_the_next_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await FailAsync(pipeline, () => pipeline.EnrichAsync(Stories.Entry(1), "1.xml"));
        var catalog = pipeline.Get<CatalogStore>();
        var commit = Assert.Single(await catalog.ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token));
        for (var finisher = 0; finisher < 2; finisher++)
            await pipeline.Get<CommitFollowUp>().FinishAsync(commit, TestPipeline.Token);

        await pipeline.EnrichAsync(Stories.Entry(2), "2.xml");

        Assert.Equal(2, (await pipeline.ListAsync()).Count);
        Assert.Empty(await catalog.ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token));
    }

    [Fact]
    public async Task The_log_keeps_nothing_of_a_text_that_was_withdrawn()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var item = Copy("wire", 1) with { SourceId = "urn:1", SourceIdIsGlobal = true, Wire = new WireFacts { Version = 1 } };
        await pipeline.EnrichAsync(item, "v1.xml");
        await pipeline.EnrichAsync(item with { ContentHtml = Stories.Text(7), Wire = new WireFacts { Version = 2 } }, "v2.xml");
        Assert.All(await pipeline.ChangesAsync(), change => Assert.NotNull(change.Article.Excerpt));

        await pipeline.EnrichAsync(item with { Wire = new WireFacts { Version = 3, Status = WireStatus.Canceled } }, "v3.xml");

        var changes = await pipeline.ChangesAsync();
        Assert.Equal([ChangeKind.New, ChangeKind.Revised, ChangeKind.Withdrawn], changes.Select(change => change.Kind));
        Assert.All(changes, change => Assert.Equal((null, 0), (change.Article.Excerpt, change.Article.Keywords.Count)));
    }

    private static Entry Copy(string outlet, int day) => Stories.Entry(1, outlet, new DateTimeOffset(2026, 2, day, 8, 0, 0, TimeSpan.Zero));

    private static async Task FailAsync(TestPipeline pipeline, Func<Task> work)
    {
        pipeline.Lists.IsFailing = true;
        await Assert.ThrowsAsync<RequestFailedException>(work);
        pipeline.Lists.IsFailing = false;
    }

    private static async Task AssertListsFollowAsync(TestPipeline pipeline)
    {
        var logged = (await pipeline.ChangesAsync()).GroupBy(change => change.Article.Id).Select(changes => changes.Last().Article);
        Assert.Equal(logged.Select(Place).Order(), (await pipeline.ListAsync(Everything)).Select(Place).Order());
    }

    private static string Place(ArticleSummary article) =>
        $"{article.Id} {article.State} {article.ClusterId} {string.Join(' ', article.Flags)}";
}
