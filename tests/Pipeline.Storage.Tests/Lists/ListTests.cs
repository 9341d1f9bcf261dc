using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_page_of_a_source_has_its_article_of_20_months_ago_for_a_few_operations(bool isOldestFirst)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await FillMonthsAsync(pipeline);

        foreach (var query in (ListQuery[])[
            new() { Source = "weekly" }, new() { Language = "de" }, new() { Category = "Lighthouses" },
            new() { Source = "weekly", Language = "de", Category = "lighthouses", IncludeDuplicates = true, IncludeWithdrawn = true }])
        {
            var before = pipeline.Account.Operations.Total;
            var page = await pipeline.Get<ListStore>().ReadPageAsync(query with { IsOldestFirst = isOldestFirst }, TestPipeline.Token);

            Assert.Equal("Story 0 of the day", Assert.Single(page.Items).Title);
            Assert.Null(page.Next);
            Assert.InRange(pipeline.Account.Operations.Total - before, 1, 3 + (4 * query.States.Count()));
        }
    }

    [Fact]
    public async Task The_first_page_of_an_author_has_an_article_of_20_months_ago()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await FillMonthsAsync(pipeline);

        Assert.Single((await pipeline.Get<ListStore>().ReadPageAsync(new ListQuery { Author = "Ada Ruiz" }, TestPipeline.Token)).Items);
    }

    [Fact]
    public async Task A_source_that_two_filters_never_meet_in_has_no_page()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await FillMonthsAsync(pipeline);

        var page = await pipeline.Get<ListStore>().ReadPageAsync(
            new ListQuery { Source = "weekly", Language = "en" }, TestPipeline.Token);

        Assert.Equal((0, null), (page.Items.Count, page.Next));
    }

    [Fact]
    public async Task Lists_of_an_earlier_release_are_read_though_nothing_is_known_of_their_months()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await FillMonthsAsync(pipeline);
        var table = TableOf(pipeline);
        await foreach (var row in table.QueryAsync<TableEntity>(
            "PartitionKey eq 'registered' or PartitionKey eq 'months'", cancellationToken: TestPipeline.Token))
        {
            await table.DeleteEntityAsync(row, cancellationToken: TestPipeline.Token);
            if (row.PartitionKey == "months")
                await table.AddEntityAsync(new TableEntity("months", row.RowKey), TestPipeline.Token);
        }

        Assert.Equal("Story 0 of the day", Assert.Single(await pipeline.ListAsync(new ListQuery { Source = "weekly" })).Title);
        await pipeline.EnrichAsync(Stories.Entry(30, published: First.AddDays(1)), "30.xml", "weekly");
        Assert.Equal(2, (await pipeline.ListAsync(new ListQuery { Source = "weekly" })).Count);
    }

    [Fact]
    public async Task A_month_in_which_much_comes_goes_on_by_days_and_is_read_as_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        // As if a million lines had been listed since the month began.
        await TableOf(pipeline).AddEntityAsync(
            new TableEntity("months", "202603") { ["First"] = -1_000_000L, ["KnowsLists"] = true }, TestPipeline.Token);
        var start = pipeline.Time.GetUtcNow();
        foreach (var day in Enumerable.Range(0, 6))
        {
            pipeline.Time.SetUtcNow(start.AddDays(day));
            await pipeline.EnrichAsync(Stories.Entry(day, published: start.AddDays(day)), $"{day}.xml", $"source-{day}");
        }

        // Listed a second time, and back then.
        await pipeline.EnrichAsync(
            Stories.Entry(5, published: start.AddDays(5)) with { Categories = [new("harbour")] }, "7.xml", "source-5");
        await pipeline.EnrichAsync(Stories.Entry(8, published: start.AddHours(-30)), "8.xml", "source-8");
        var rows = TableOf(pipeline).Query<TableEntity>(
            "PartitionKey ge '2' and PartitionKey lt '3'", cancellationToken: TestPipeline.Token).ToList();

        Assert.Equal(["202602", "202603", "20260302", "20260303", "20260304", "20260305", "20260306"],
            rows.Select(row => row.PartitionKey).Distinct().Order(StringComparer.Ordinal));
        int[] newestFirst = [5, 4, 3, 2, 1, 0, 8];
        Assert.Equal(newestFirst.Select(story => $"Story {story} of the day"),
            (await PagesAsync(pipeline, new ListQuery { Limit = 2 })).Select(article => article.Title));
        Assert.Equal(newestFirst.Reverse().Select(story => $"Story {story} of the day"),
            (await PagesAsync(pipeline, new ListQuery { Limit = 2, IsOldestFirst = true })).Select(article => article.Title));
        Assert.Single(await pipeline.ListAsync(new ListQuery { Source = "source-3" }));
        Assert.Single(await pipeline.ListAsync(new ListQuery { Category = "harbour" }));
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

    private static readonly DateTimeOffset First = new(2023, 1, 15, 0, 0, 0, TimeSpan.Zero);

    private const string German =
        "<p>Der alte Leuchtturm an der Hafeneinfahrt wird im kommenden Jahr wieder geöffnet, wie die Gemeinde am Sonntag mitteilte. "
        + "Besucher dürfen dann an jedem Wochenende bis zur Laterne hinaufsteigen und von dort über die ganze Bucht blicken.</p>";

    // Beside one German article of a weekly a month has one of the wire, and the weekly has nothing after the first.
    private static async Task FillMonthsAsync(TestPipeline pipeline)
    {
        await pipeline.EnrichAsync(
            Stories.Entry(0, published: First) with
            {
                Contributors = [new("Ada Ruiz")],
                Categories = [new("Lighthouses")],
                Language = "de",
                ContentHtml = German,
            }, "0.xml", "weekly");
        for (var month = 1; month <= 20; month++)
            await pipeline.EnrichAsync(Stories.Entry(month, published: First.AddMonths(month)) with { Language = "en" }, $"{month}.xml");
    }

    private static TableClient TableOf(TestPipeline pipeline) => pipeline.Account.Table(TableNames.Lists);

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
