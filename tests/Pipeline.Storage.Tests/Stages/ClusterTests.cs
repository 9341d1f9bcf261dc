using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class ClusterTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task The_earliest_published_is_canonical_whatever_the_order_of_arrival()
    {
        string[][] orders = [["early", "middle", "late"], ["late", "middle", "early"], ["middle", "late", "early"]];
        foreach (var order in orders)
        {
            await using var pipeline = await TestPipeline.StartAsync(emulator);
            foreach (var outlet in order)
                await pipeline.EnrichAsync(Copy(outlet), $"{outlet}.xml", outlet);

            var canonical = Assert.Single(await pipeline.ListAsync());
            Assert.Equal("early", canonical.Source);
            Assert.Equal(
                ["early", "middle", "late"], (await pipeline.ClusterOfAsync(canonical.Id)).Members.Select(member => member.Source));
            Assert.Equal(3, (await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true })).Count);
        }
    }

    [Theory]
    [InlineData(SourcePolicy.Prefer, "late", "late")]
    [InlineData(SourcePolicy.NeverCanonical, "early", "middle")]
    public async Task A_source_policy_chooses_the_canonical_article(SourcePolicy policy, string source, string canonical)
    {
        var settings = new IngestionSettings { Policies = new Dictionary<string, SourcePolicy> { [source] = policy } };
        await using var pipeline = await TestPipeline.StartAsync(emulator, settings);

        foreach (var outlet in new[] { "early", "middle", "late" })
            await pipeline.EnrichAsync(Copy(outlet), $"{outlet}.xml", outlet);

        Assert.Equal(canonical, Assert.Single(await pipeline.ListAsync()).Source);
    }

    [Fact]
    public async Task A_source_that_is_not_deduplicated_stands_alone()
    {
        var settings = new IngestionSettings { Policies = new Dictionary<string, SourcePolicy> { ["late"] = SourcePolicy.NoDedup } };
        await using var pipeline = await TestPipeline.StartAsync(emulator, settings);

        await pipeline.EnrichAsync(Copy("early"), "early.xml", "early");
        await pipeline.EnrichAsync(Copy("late"), "late.xml", "late");

        Assert.Equal(2, (await pipeline.ListAsync()).Count);
    }

    [Fact]
    public async Task A_text_of_two_stories_stands_with_the_one_that_it_leads_with_and_brings_nothing_together()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var both = Stories.Entry(1, "both", At(10)) with { ContentHtml = Stories.Text(1) + Stories.Text(2) };

        await pipeline.EnrichAsync(Stories.Entry(1, "one", At(8)), "1.xml", "one");
        await pipeline.EnrichAsync(Stories.Entry(2, "two", At(9)), "2.xml", "two");
        await pipeline.EnrichAsync(both, "3.xml", "both");

        var shown = await pipeline.ListAsync();
        Assert.Equal(["one", "two"], shown.Select(article => article.Source).Order());
        var cluster = await pipeline.ClusterOfAsync(shown.Single(article => article.Source == "one").Id);
        Assert.Equal(["one", "both"], cluster.Members.Select(member => member.Source));
    }

    [Fact]
    public async Task A_duplicate_says_what_it_was_matched_with_and_by_which_rule()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var early = await pipeline.EnrichAsync(Copy("early"), "early.xml", "early");
        var late = await pipeline.EnrichAsync(Copy("late"), "late.xml", "late");

        Assert.Equal(Fate.Duplicate, late.Fate);
        var member = (await pipeline.ClusterOfAsync(late.ArticleId!)).Members[1];
        Assert.Equal(early.ArticleId, member.MatchedWith);
        Assert.True(member.Match!.Resemblance > 0.99);
    }

    private static DateTimeOffset At(int hour) => new(2026, 2, 20, hour, 0, 0, TimeSpan.Zero);

    private static Entry Copy(string outlet) =>
        Stories.Entry(1, outlet, At(outlet switch { "early" => 8, "middle" => 9, _ => 10 }));
}
