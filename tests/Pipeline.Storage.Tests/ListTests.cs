using Pipeline.Articles;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests;

public sealed class ListTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Pages_follow_each_other_newest_first_and_miss_nothing_across_months()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var start = new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);
        for (var story = 0; story < 12; story++)
            await pipeline.EnrichAsync(Stories.Entry(story, published: start.AddDays(story * 9)), $"{story}.xml");

        var seen = new List<ArticleSummary>();
        ListPage page;
        string? after = null;
        do
        {
            page = await pipeline.Get<ListStore>().PageAsync(new ListQuery { Limit = 5, After = after, IncludeDuplicates = true }, TestPipeline.Token);
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(12, seen.DistinctBy(article => article.Id).Count());
        Assert.Equal(seen.Select(article => article.ListedAt).OrderDescending(), seen.Select(article => article.ListedAt));
    }

    [Fact]
    public async Task Filters_are_combined()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Stories.Entry(1) with { Categories = [new("harbour"), new("city")], Contributors = [new("Ada Ruiz")] }, "1.xml", "gazette");
        await pipeline.EnrichAsync(Stories.Entry(2) with { Categories = [new("harbour")], Contributors = [new("Ben Okri")] }, "2.xml", "gazette");
        await pipeline.EnrichAsync(Stories.Entry(3) with { Categories = [new("harbour")], Contributors = [new("Ada Ruiz")] }, "3.xml", "courier");

        Assert.Equal(3, (await pipeline.ListAsync(new ListQuery { Category = "Harbour" })).Count);
        Assert.Equal("Story 1 of the day", Assert.Single(await pipeline.ListAsync(new ListQuery { Category = "harbour", Author = "ada ruiz", Source = "gazette" })).Title);
        Assert.Empty(await pipeline.ListAsync(new ListQuery { PublishedFrom = new DateTimeOffset(2026, 2, 21, 0, 0, 0, TimeSpan.Zero) }));
    }

    [Fact]
    public async Task A_revision_with_another_date_stands_once_and_where_it_stood()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var before = new DateTimeOffset(2026, 1, 31, 23, 0, 0, TimeSpan.Zero);

        await pipeline.EnrichAsync(Stories.Entry(1, published: before), "1.xml");
        await pipeline.EnrichAsync(Stories.Entry(1, published: before.AddHours(3)), "2.xml");

        Assert.Equal(before, Assert.Single(await pipeline.ListAsync()).ListedAt);
    }
}
