using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests;

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
        var kill = new Entry { SourceId = "kill-1", SourceIdIsGlobal = true, Title = "Kill", Wire = new WireFacts { Kills = [Guid] } };

        var killed = await pipeline.EnrichAsync(kill, "kill.xml");
        var late = await pipeline.EnrichAsync(Item(1), "v1.xml");

        Assert.Equal(Fate.Withdrawn, killed.Fate);
        Assert.Equal(Fate.Withdrawn, late.Fate);
        Assert.Empty(await pipeline.ListAsync());
        Assert.Empty(await pipeline.ChangesAsync());
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
    public async Task What_is_withheld_or_has_no_readable_end_stays_held()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Item(1, WireStatus.Withheld), "v1.xml");
        await pipeline.EnrichAsync(Item(1) with { SourceId = "urn:2", Url = "https://first.example/2", Wire = new WireFacts { Embargo = new Embargo(null) } }, "other.xml");
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddYears(1));
        await pipeline.Get<EmbargoRelease>().ReleaseAsync(TestPipeline.Token);

        Assert.Empty(await pipeline.ListAsync());
        Assert.Empty(await pipeline.ChangesAsync());
    }

    private static DateTimeOffset At(int hour) => new(2026, 2, 20, hour, 30, 0, TimeSpan.Zero);

    private static Entry Item(int version, WireStatus status = WireStatus.Usable) => Stories.Entry(1) with
    {
        SourceId = Guid,
        SourceIdIsGlobal = true,
        Wire = new WireFacts { Version = version, Status = status },
    };
}
