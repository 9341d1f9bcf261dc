using Pipeline.Erasure;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>Entries that the version of their file before had too, word for word.</summary>
public sealed class KnownEntriesTests(EmulatorFixture emulator)
{
    private const string Path = "feed/news.xml";

    [Fact]
    public async Task An_entry_whose_text_another_file_of_its_source_replaced_since_is_compared_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await PollAsync(pipeline, Path, Item(1), Item(2));
        await PollAsync(pipeline, "feed/sports.xml", Item(1, "week"));

        var again = await PollAsync(pipeline, Path, Item(1), Item(2), Item(3));

        Assert.Equal([Fate.Revised, Fate.Unchanged, Fate.Stored], again.Select(fate => fate.Fate));
    }

    [Fact]
    public async Task What_another_source_revises_is_no_reason_to_compare_them_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var first = await PollAsync(pipeline, Path, Item(1), Item(2));
        await PollAsync(pipeline, "other/news.xml", Item(5));
        await PollAsync(pipeline, "other/news.xml", Item(5, "week"));

        var again = await PollAsync(pipeline, Path, Item(1), Item(2), Item(3));

        Assert.Equal(first.Select(ToComparison), again.Take(2).Select(ToComparison));
    }

    [Fact]
    public async Task An_entry_of_an_erased_article_is_not_known_any_more()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var first = await PollAsync(pipeline, Path, Item(1), Item(2));
        await pipeline.Get<Eraser>().EraseAsync(first[0].ArticleId!, withFiles: false, TestPipeline.Token);

        var again = await PollAsync(pipeline, Path, Item(1), Item(2), Item(3));

        Assert.Equal([Fate.Withdrawn, Fate.Unchanged, Fate.Stored], again.Select(fate => fate.Fate));
        Assert.Null(again[0].Title);
    }

    [Fact]
    public async Task They_keep_the_time_at_which_they_were_compared_for_a_day_however_often_they_come()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var first = await PollAsync(pipeline, Path, Item(1), Item(2));
        await PollAsync(pipeline, Path, Item(1), Item(2), Item(3));
        var third = await PollAsync(pipeline, Path, Item(1), Item(2), Item(4));
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddDays(1));

        var fourth = await PollAsync(pipeline, Path, Item(1), Item(2), Item(5));

        Assert.Equal(first.Select(ToComparison), third.Take(2).Select(ToComparison));
        Assert.All(fourth.Take(2).Zip(first), pair => Assert.True(pair.First.ComparedAt > pair.Second.ComparedAt));
        Assert.Equal([Fate.Unchanged, Fate.Unchanged, Fate.Stored], fourth.Select(fate => fate.Fate));
    }

    [Theory]
    [InlineData("feed/2026-02-28.xml", "feed/2026-03-01.xml", true)]
    [InlineData("feed/all-17.zip!/news.xml", "feed/all-18.zip!/news.xml", true)]
    [InlineData("feed/morning.xml", "feed/evening.xml", false)]
    public async Task A_file_of_a_series_knows_the_entries_of_the_one_before(string before, string path, bool isSeries)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var items = Enumerable.Range(1, FileSeries.MinEntries).Select(story => Item(story)).ToArray();
        var first = await PollAsync(pipeline, before, items);

        var second = await PollAsync(pipeline, path, [.. items, Item(9)]);

        Assert.Equal(isSeries, first.Select(ToComparison).SequenceEqual(second.Take(items.Length).Select(ToComparison)));
        Assert.All(second.Take(items.Length), fate => Assert.Equal(Fate.Unchanged, fate.Fate));
    }

    [Fact]
    public async Task Two_items_that_get_one_guid_later_stay_the_articles_that_they_are()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var first = await PollAsync(pipeline, Path, Item(1), Item(2));

        var again = await PollAsync(pipeline, Path, Item(1), Item(2), Item(3).Replace("guid-3", "guid-1", StringComparison.Ordinal));

        Assert.Equal([Fate.Unchanged, Fate.Unchanged, Fate.Stored], again.Select(fate => fate.Fate));
        Assert.Equal(first.Select(fate => fate.ArticleId), again.Take(2).Select(fate => fate.ArticleId));
    }

    private static (string? ArticleId, DateTimeOffset? ComparedAt) ToComparison(EntryFate fate) => (fate.ArticleId, fate.ComparedAt);

    private static async Task<IReadOnlyList<EntryFate>> PollAsync(TestPipeline pipeline, string path, params string[] items)
    {
        await pipeline.DropAsync(path, $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items)}</channel></rss>");
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddMinutes(5));
        var ledger = pipeline.Get<LedgerStore>();
        var file = (await ledger.FindFileAsync(path, TestPipeline.Token))!;
        return await ledger.ListFatesAsync(path, file.Version, TestPipeline.Token);
    }

    private static string Item(int story, string time = "day") =>
        $"<item><guid>guid-{story}</guid><title>Story {story}</title><description>Note {story} of the {time}.</description></item>";
}
