using Pipeline.Articles;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Lists;

public sealed class ListTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Pages_follow_each_other_newest_first_and_miss_nothing_across_months()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var start = new DateTimeOffset(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);
        for (var story = 0; story < 12; story++)
            await pipeline.EnrichAsync(Stories.Entry(story, published: start.AddDays(story * 9)), $"{story}.xml");

        var seen = await PagesAsync(pipeline, new ListQuery { Limit = 5, IncludeDuplicates = true });

        Assert.Equal(12, seen.DistinctBy(article => article.Id).Count());
        Assert.Equal(seen.Select(article => article.ListedAt).OrderDescending(), seen.Select(article => article.ListedAt));
    }

    [Fact]
    public async Task A_filter_reaches_its_only_article_through_years_that_have_none()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var start = new DateTimeOffset(2023, 1, 15, 0, 0, 0, TimeSpan.Zero);
        await pipeline.EnrichAsync(Stories.Entry(0, published: start) with { Contributors = [new("Ada Ruiz")] }, "0.xml");
        for (var month = 1; month <= 20; month++)
            await pipeline.EnrichAsync(Stories.Entry(month, published: start.AddMonths(month)), $"{month}.xml");

        var seen = await PagesAsync(pipeline, new ListQuery { Author = "Ada Ruiz", IncludeDuplicates = true, IncludeWithdrawn = true });

        Assert.Equal("Story 0 of the day", Assert.Single(seen).Title);
    }

    [Fact]
    public async Task Filters_are_combined()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(
            Stories.Entry(1) with { Categories = [new("harbour"), new("city")], Contributors = [new("Ada Ruiz")] }, "1.xml", "gazette");
        await pipeline.EnrichAsync(
            Stories.Entry(2) with { Categories = [new("harbour")], Contributors = [new("Ben Okri")] }, "2.xml", "gazette");
        await pipeline.EnrichAsync(
            Stories.Entry(3) with { Categories = [new("harbour")], Contributors = [new("Ada Ruiz")] }, "3.xml", "courier");

        Assert.Equal(3, (await pipeline.ListAsync(new ListQuery { Category = "Harbour" })).Count);
        Assert.Equal(
            "Story 1 of the day",
            Assert.Single(await pipeline.ListAsync(new ListQuery { Category = "harbour", Author = "ada ruiz", Source = "gazette" })).Title);
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

    private static async Task<IReadOnlyList<ArticleSummary>> PagesAsync(TestPipeline pipeline, ListQuery query)
    {
        var seen = new List<ArticleSummary>();
        do
        {
            var page = await pipeline.Get<ListStore>().ReadPageAsync(query, TestPipeline.Token);
            seen.AddRange(page.Items);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return seen;
    }
}
