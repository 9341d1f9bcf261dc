using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.Matching;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>An editor's decision outlives whatever comes after it.</summary>
public sealed class EditorTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task An_article_that_was_split_off_stays_apart_when_it_is_revised()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var late = await SplitAsync(pipeline);

        await pipeline.EnrichAsync(Copy("late", 10) with { ContentHtml = Stories.Text(1) + "<p>One more line.</p>" }, "late-2.xml", "late");

        Assert.Equal(2, (await pipeline.ListAsync()).Count);
        Assert.Single((await pipeline.ClusterOfAsync(late)).Members);
    }

    [Fact]
    public async Task A_copy_that_matches_both_sides_of_a_split_joins_one_and_does_not_bring_them_together()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await SplitAsync(pipeline);

        for (var copy = 0; copy < 3; copy++)
            await pipeline.EnrichAsync(Copy($"third{copy}", 11 + copy), "third.xml", $"third{copy}");

        Assert.Equal(["early", "late"], (await pipeline.ListAsync()).Select(article => article.Source).Order());
        Assert.Equal(5, (await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true })).Count);
    }

    [Fact]
    public async Task A_file_that_is_dropped_again_under_any_name_does_not_undo_a_split()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync("early/a.json", Feed("early", 8));
        await pipeline.DropAsync("late/a.json", Feed("late", 10));
        var late = (await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true })).Single(article => article.Source == "late");
        Assert.True(await pipeline.Get<ClusterEditor>().SplitAsync(late.ClusterId, late.Id, TestPipeline.Token));

        await pipeline.DropAsync("late/a.json", Feed("late", 10));
        await pipeline.DropAsync("late/b.json", Feed("late", 10));
        await pipeline.DropAsync("early/b.json", Feed("early", 8));
        await pipeline.Get<Replay>().ReplayFileAsync("late/a.json", TestPipeline.Token);
        await pipeline.DrainAsync();

        Assert.Equal(2, (await pipeline.ListAsync()).Count);
        Assert.Single((await pipeline.ClusterOfAsync(late.Id)).Members);
    }

    [Fact]
    public async Task A_second_delivery_of_an_entry_does_not_undo_a_split()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var late = await SplitAsync(pipeline);

        await pipeline.EnrichAsync(Copy("late", 10), "late.xml", "late");
        await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");

        Assert.Single((await pipeline.ClusterOfAsync(late)).Members);
    }

    [Fact]
    public async Task A_merge_is_why_its_members_are_together_and_survives_their_revisions_and_copies()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var (one, two) = await MergeAsync(pipeline);

        await pipeline.EnrichAsync(Stories.Entry(1, "one", At(9)) with { ContentHtml = Stories.Text(3) }, "1-2.xml", "one");
        await pipeline.EnrichAsync(Stories.Entry(2, "two", At(8)) with { Title = "Another headline" }, "2-2.xml", "two");
        await pipeline.EnrichAsync(Stories.Entry(2, "copy", At(10)), "3.xml", "copy");

        Assert.Equal("two", Assert.Single(await pipeline.ListAsync()).Source);
        var members = (await pipeline.ClusterOfAsync(one)).Members;
        Assert.Equal(["two", "one", "copy"], members.Select(member => member.Source));
        var joined = Assert.Single(members, member => member.Match?.Rule == MatchRule.Editor);
        Assert.Equal(joined.ArticleId == one ? two : one, joined.MatchedWith);
    }

    [Fact]
    public async Task The_last_decision_counts()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var (one, two) = await MergeAsync(pipeline);
        var editor = pipeline.Get<ClusterEditor>();

        Assert.True(await editor.SplitAsync(one, one, TestPipeline.Token));
        Assert.Equal(2, (await pipeline.ListAsync()).Count);
        Assert.True(await editor.MergeAsync(
            (await pipeline.ClusterOfAsync(one)).Id, (await pipeline.ClusterOfAsync(two)).Id, TestPipeline.Token));

        Assert.Single(await pipeline.ListAsync());
        Assert.Equal(2, (await pipeline.ClusterOfAsync(one)).Members.Count);
    }

    [Fact]
    public async Task Splitting_the_withdrawn_article_off_takes_the_flag_from_the_others()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var item = Copy("early", 8) with { SourceId = "urn:1", SourceIdIsGlobal = true, Wire = new WireFacts { Version = 1 } };
        var early = await pipeline.EnrichAsync(item, "early.xml", "early");
        foreach (var outlet in new[] { "late", "later" })
            await pipeline.EnrichAsync(Copy(outlet, 10), "a.xml", outlet);
        await pipeline.EnrichAsync(
            item with { Wire = new WireFacts { Version = 2, Status = WireStatus.Canceled } }, "early-2.xml", "early");
        var copies = new ListQuery { IncludeDuplicates = true };
        Assert.All(await pipeline.ListAsync(copies), copy => Assert.Equal(["copy-of-withdrawn"], copy.Flags));

        Assert.True(await pipeline.Get<ClusterEditor>().SplitAsync(
            (await pipeline.ClusterOfAsync(early.ArticleId!)).Id, early.ArticleId!, TestPipeline.Token));

        Assert.All(await pipeline.ListAsync(copies), copy => Assert.Empty(copy.Flags));
    }

    // Two copies, the later of which an editor took out.
    private static async Task<string> SplitAsync(TestPipeline pipeline)
    {
        await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");
        var late = await pipeline.EnrichAsync(Copy("late", 10), "late.xml", "late");
        Assert.True(await pipeline.Get<ClusterEditor>().SplitAsync(
            (await pipeline.ClusterOfAsync(late.ArticleId!)).Id, late.ArticleId!, TestPipeline.Token));
        return late.ArticleId!;
    }

    // Two stories that an editor took for one.
    private static async Task<(string One, string Two)> MergeAsync(TestPipeline pipeline)
    {
        var one = await pipeline.EnrichAsync(Stories.Entry(1, "one", At(9)), "1.xml", "one");
        var two = await pipeline.EnrichAsync(Stories.Entry(2, "two", At(8)), "2.xml", "two");
        Assert.True(await pipeline.Get<ClusterEditor>().MergeAsync(one.ArticleId!, two.ArticleId!, TestPipeline.Token));
        return (one.ArticleId!, two.ArticleId!);
    }

    private static DateTimeOffset At(int hour) => new(2026, 2, 20, hour, 0, 0, TimeSpan.Zero);

    private static Entry Copy(string outlet, int hour) => Stories.Entry(1, outlet, At(hour));

    private static string Feed(string outlet, int hour)
    {
        var entry = Copy(outlet, hour);
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = outlet,
            items = new[] { new { id = entry.SourceId, url = entry.Url, title = entry.Title, date_published = entry.Published!.At,
                content_html = entry.ContentHtml } },
        });
    }
}
