using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Articles;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class IdentityTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task The_same_entry_twice_is_one_article_and_unchanged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        var first = await pipeline.EnrichAsync(Stories.Entry(1), "a.xml");
        var again = await pipeline.EnrichAsync(Stories.Entry(1), "b.xml");

        Assert.Equal(Fate.Stored, first.Fate);
        Assert.Equal(Fate.Unchanged, again.Fate);
        Assert.Equal(first.ArticleId, again.ArticleId);
        Assert.Single(await pipeline.ListAsync());
    }

    [Fact]
    public async Task A_second_delivery_of_a_message_changes_nothing_and_meets_the_same_fate()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        var first = await pipeline.EnrichAsync(Stories.Entry(1), "a.xml");
        var again = await pipeline.EnrichAsync(Stories.Entry(1), "a.xml");

        Assert.Equal(first, again with { ComparedAt = first.ComparedAt });
        Assert.Single(await pipeline.ChangesAsync());
    }

    [Theory]
    [InlineData("Tide tables", "<p>High water at nine.</p>")]
    [InlineData(null, "<p>High water at nine.</p>")]
    [InlineData("Tide tables", null)]
    public async Task Entries_without_id_and_address_are_one_article_where_they_say_the_same_in_one_source(string? title, string? html)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var entry = new Entry { Title = title, ContentHtml = html };

        var first = await pipeline.EnrichAsync(entry, "a.xml", "one");
        var again = await pipeline.EnrichAsync(entry, "b.xml", "one");
        var elsewhere = await pipeline.EnrichAsync(entry, "a.xml", "two");
        var other = await pipeline.EnrichAsync(entry with { ContentHtml = "<p>Low water at three.</p>" }, "c.xml", "one");

        Assert.Equal((Fate.Stored, Fate.Unchanged), (first.Fate, again.Fate));
        Assert.Equal(first.ArticleId, again.ArticleId);
        Assert.Equal(3, new[] { first, elsewhere, other }.DistinctBy(fate => fate.ArticleId).Count());
    }

    [Fact]
    public async Task A_page_of_an_item_that_a_feed_brought_is_the_same_article()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var page = Stories.Entry(1) with { SourceId = null, Url = "https://first.example/news/1?utm_source=crawl" };

        var item = await pipeline.EnrichAsync(Stories.Entry(1), "a.xml", "feed");
        var crawled = await pipeline.EnrichAsync(page, "a.html", "crawl");

        Assert.Equal(item.ArticleId, crawled.ArticleId);
    }

    [Fact]
    public async Task A_publisher_that_gives_every_item_one_guid_does_not_swallow_its_own_articles()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        var fates = new List<EntryFate>();
        for (var story = 1; story <= 3; story++)
            fates.Add(await pipeline.EnrichAsync(Stories.Entry(story) with { SourceId = "guid" }, $"{story}.xml"));

        Assert.All(fates, fate => Assert.Equal(Fate.Stored, fate.Fate));
        Assert.Equal(3, fates.DistinctBy(fate => fate.ArticleId).Count());
    }

    [Fact]
    public async Task A_publisher_that_reuses_an_address_every_day_does_not_swallow_its_own_articles()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        static Entry Daily(int day) => Stories.Entry(day, "briefing", new DateTimeOffset(2026, 2, day, 6, 0, 0, TimeSpan.Zero)) with
        {
            SourceId = null,
            Url = "https://briefing.example/today",
            Title = "Morning briefing",
        };

        var fates = new[] { await pipeline.EnrichAsync(Daily(1), "1.html"), await pipeline.EnrichAsync(Daily(2), "2.html"),
            await pipeline.EnrichAsync(Daily(3), "3.html") };

        Assert.All(fates, fate => Assert.Equal(Fate.Stored, fate.Fate));
        Assert.Equal(3, fates.DistinctBy(fate => fate.ArticleId).Count());
    }

    [Fact]
    public async Task The_richer_text_stays_when_a_summary_comes_after_the_page()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var summary = Stories.Entry(1) with { ContentHtml = Stories.Text(1)[..60] + "…", SourceId = "other" };

        var page = await pipeline.EnrichAsync(Stories.Entry(1), "a.html");
        var item = await pipeline.EnrichAsync(summary, "b.xml");

        Assert.Equal(page.ArticleId, item.ArticleId);
        var stored = await pipeline.Get<ArticleStore>().FindAsync(page.ArticleId!, TestPipeline.Token);
        Assert.True(stored!.Article.Text.Length > 500);
    }
}
