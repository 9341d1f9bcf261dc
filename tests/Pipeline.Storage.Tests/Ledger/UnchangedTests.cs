using Azure.Data.Tables;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Account;
using Pipeline.Storage.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Ledger;

public sealed class UnchangedTests(EmulatorFixture emulator)
{
    private const int Items = 6;

    [Fact]
    public async Task A_feed_that_is_polled_again_and_again_leaves_no_more_fates_after_40_polls_than_after_25_and_its_receipts_balance()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        for (var poll = 0; poll < 25; poll++)
            await PollAsync(pipeline, "feed/news.xml", poll);
        var rows = await CountAsync(pipeline);
        for (var poll = 25; poll < 40; poll++)
            await PollAsync(pipeline, "feed/news.xml", poll);

        // What was new in each of the 20 versions that are kept, and all that the newest brought again.
        Assert.Equal(rows, await CountAsync(pipeline));
        Assert.InRange(rows, 20, 22);
        var ledger = pipeline.Get<LedgerStore>();
        var newest = (await ledger.FindFileAsync("feed/news.xml", TestPipeline.Token))!;
        Assert.Equal((FileState.Settled, Items - 1, 1), (newest.State, newest.Fates[Fate.Unchanged], newest.Fates[Fate.Stored]));
        var fates = await ledger.ListFatesAsync(newest.Path, newest.Version, TestPipeline.Token);
        Assert.Equal(Enumerable.Range(0, Items), fates.Select(fate => fate.Origin.Index));
        Assert.All(fates, fate => Assert.NotNull(fate.ArticleId));
        var known = fates.First(fate => fate.Fate == Fate.Unchanged);
        Assert.Equal(known, await ledger.FindAnyFateAsync(known.Origin, TestPipeline.Token));
        Assert.All(
            await ledger.ListVersionsAsync(newest.Path, TestPipeline.Token),
            file => Assert.Equal((Items, Items), (file.EntryCount, file.Fates.Values.Sum())));
    }

    [Fact]
    public async Task A_feed_with_a_path_of_its_own_for_each_poll_leaves_one_row_for_all_that_was_not_new()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        for (var poll = 0; poll < 5; poll++)
            await PollAsync(pipeline, $"feed/{poll}.xml", poll);

        Assert.Equal(Items + (4 * 2), await CountAsync(pipeline));
        Assert.All(
            (await pipeline.Get<LedgerStore>().ListFilesAsync(new FileQuery(), TestPipeline.Token)).Items,
            file => Assert.Equal((FileState.Settled, Items), (file.State, file.Fates.Values.Sum())));
    }

    [Fact]
    public async Task The_title_of_an_erased_article_goes_from_what_is_packed_too()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await PollAsync(pipeline, "feed/1.xml", 0);
        await PollAsync(pipeline, "feed/2.xml", 1);
        var ledger = pipeline.Get<LedgerStore>();
        var file = (await ledger.FindFileAsync("feed/2.xml", TestPipeline.Token))!;
        var erased = (await ledger.ListFatesAsync(file.Path, file.Version, TestPipeline.Token)).First(fate => fate.Fate == Fate.Unchanged);

        await ledger.EraseTitlesAsync(erased.ArticleId!, ["feed"], TestPipeline.Token);

        var left = await ledger.ListFatesAsync(file.Path, file.Version, TestPipeline.Token);
        Assert.Equal([null], left.Where(fate => fate.ArticleId == erased.ArticleId).Select(fate => fate.Title).Distinct());
        Assert.Equal(Items - 1, left.Count(fate => fate.Title is not null));
    }

    // A window of the feed that moves on by one entry at each poll.
    private static async Task PollAsync(TestPipeline pipeline, string path, int poll)
    {
        var items = string.Concat(Enumerable.Range(poll, Items).Reverse().Select(Item));
        await pipeline.DropAsync(path, $"<rss version=\"2.0\"><channel><title>News</title>{items}</channel></rss>");
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddMinutes(5));
    }

    private static string Item(int story) =>
        $"<item><guid>https://feed.example/{story}</guid><title>Story {story}</title><description>Note {story}.</description></item>";

    private static async Task<int> CountAsync(TestPipeline pipeline) => await pipeline.Account.Table(TableNames.Fates)
        .QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token).CountAsync(TestPipeline.Token);
}
