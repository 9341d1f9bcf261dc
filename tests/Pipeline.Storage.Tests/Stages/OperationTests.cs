using System.Globalization;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>What an article costs, counted as Azure bills it; the queue's receive and delete, which the host makes, are added by
/// hand.</summary>
public sealed class OperationTests(EmulatorFixture emulator)
{
    private const int Entries = 10;

    [Fact]
    public async Task A_new_article_of_a_feed_costs_at_most_10_operations_a_copy_13_and_an_unchanged_one_1()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync("feed/warm-up.xml", Feed(100, 1));
        await pipeline.DropAsync("other/warm-up.xml", Feed(100, 1, "other"));

        var isNew = await CostAsync(pipeline, () => pipeline.DropAsync("feed/new.xml", Feed(1, Entries)));
        var copied = await CostAsync(pipeline, () => pipeline.DropAsync("other/copies.xml", Feed(1, Entries, "other")));
        var elsewhere = await CostAsync(pipeline, () => pipeline.DropAsync("feed/again.xml", Feed(1, Entries)));
        var unchanged = await CostAsync(pipeline, () => pipeline.DropAsync("feed/new.xml", Feed(1, Entries) + "<!-- again -->"));
        await pipeline.DropAsync("feed/1.xml", Feed(1, Entries));
        var series = await CostAsync(pipeline, () => pipeline.DropAsync("feed/2.xml", Feed(1, Entries)));

        Assert.InRange(isNew, 1, 10.0);
        Assert.InRange(copied, 1, 13.0);
        Assert.InRange(elsewhere, 1, 2.0);
        Assert.InRange(unchanged, 0.1, 1.0);
        Assert.InRange(series, 0.1, 1.0);
        Assert.Equal(Entries + 1, (await pipeline.ListAsync()).Count);
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{isNew} a new article, {copied} a copy, {unchanged} an unchanged one"));
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{elsewhere} in another file, {series} in the next of a series"));
    }

    [Fact]
    public async Task An_expired_article_costs_at_most_30_operations()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, new IngestionSettings { Retention = TimeSpan.FromDays(365) });
        await pipeline.DropAsync("feed/old.xml", Feed(1, Entries));
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddDays(366));
        await pipeline.DropAsync("feed/young.xml", Feed(100, 1));

        var before = pipeline.Account.Operations.Total;
        var expired = await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token);
        var cost = (pipeline.Account.Operations.Total - before) / (double)expired;

        Assert.Equal(Entries, expired);
        Assert.InRange(cost, 1, 30.0);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost} an expired article"));
    }

    // The upload is the publisher's, the file's own rows are shared by its entries, and an empty receive ends the test's loop.
    private static async Task<double> CostAsync(TestPipeline pipeline, Func<Task> drop)
    {
        var before = pipeline.Account.Operations.Total;
        await drop();
        return (pipeline.Account.Operations.Total - before - 2) / (double)Entries;
    }

    private static string Feed(int first, int count, string outlet = "feed") =>
        $"""
        <rss version="2.0"><channel><title>Feed</title><link>https://feed.example/</link><description>Of tests</description>
        {string.Concat(Enumerable.Range(first, count).Select(story => Item(story, outlet)))}
        </channel></rss>
        """;

    private static string Item(int story, string outlet)
    {
        var entry = Stories.Entry(story, outlet);
        return $"<item><guid>{entry.SourceId}</guid><link>{entry.Url}</link><title>{entry.Title}</title><pubDate>{entry.Published!.At:R}<"
            + $"/pubDate><description><![CDATA[{entry.ContentHtml}]]></description></item>";
    }
}
