using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Account;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class RetentionTests(EmulatorFixture emulator)
{
    private static readonly IngestionSettings YearLong = new() { Retention = TimeSpan.FromDays(365) };

    [Fact]
    public async Task Deletes_every_row_that_leads_to_an_expired_article_and_leaves_the_others()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        await pipeline.EnrichAsync(Stories.Entry(2) with { ContentHtml = "<p>Too short to compare.</p>" }, "2.xml");
        await pipeline.EnrichAsync(Stories.Entry(1) with { ContentHtml = Stories.Text(3) }, "3.xml");
        Pass(pipeline, days: 366);
        var young = await pipeline.EnrichAsync(Stories.Entry(4), "4.xml");
        var rows = await RowsAsync(pipeline);

        Assert.Equal(2, await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token));

        Assert.Equal([young.ArticleId], (await pipeline.ListAsync()).Select(article => article.Id));
        Assert.Equal([young.ArticleId], (await pipeline.ChangesAsync()).Select(change => change.Article.Id));
        var only = await RowsOfOnlyAsync(Stories.Entry(4));
        var left = await RowsAsync(pipeline);
        Assert.Equal(only, left);
        Assert.True(rows["articles"] > left["articles"]);
    }

    [Fact]
    public async Task Keeps_an_article_whose_last_change_is_young()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        Pass(pipeline, days: 366);
        await pipeline.EnrichAsync(Stories.Entry(1) with { Title = "Another headline" }, "2.xml");

        Assert.Equal(0, await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token));

        Assert.Equal("Another headline", Assert.Single(await pipeline.ListAsync()).Title);
        Assert.Equal([2], (await pipeline.ChangesAsync()).Select(change => change.Sequence));
    }

    [Fact]
    public async Task Keeps_everything_where_no_time_is_set()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        Pass(pipeline, days: 36_500);

        Assert.Equal(0, await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token));
        Assert.Single(await pipeline.ListAsync());
    }

    [Fact]
    public async Task The_younger_copies_of_an_expired_article_go_on_without_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong with { LookBack = TimeSpan.FromDays(3650) });
        await pipeline.EnrichAsync(Stories.Entry(1, "one"), "1.xml", "one");
        await pipeline.EnrichAsync(Stories.Entry(1, "two"), "2.xml", "two");
        Pass(pipeline, days: 366);
        var young = await pipeline.EnrichAsync(Stories.Entry(1, "three", pipeline.Time.GetUtcNow()), "3.xml", "three");

        Assert.Equal(2, await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token));

        var heir = Assert.Single(await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true }));
        Assert.Equal((young.ArticleId, ArticleState.Canonical), (heir.Id, heir.State));
        Assert.Equal([young.ArticleId], (await pipeline.ClusterOfAsync(heir.Id)).Members.Select(member => member.ArticleId));
        Assert.Equal([ChangeKind.New, ChangeKind.Split], (await pipeline.ChangesAsync()).Select(change => change.Kind));
    }

    [Fact]
    public async Task A_cluster_that_expires_whole_leaves_nothing_and_announces_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        foreach (var outlet in new[] { "one", "two", "three" })
            await pipeline.EnrichAsync(Stories.Entry(1, outlet), $"{outlet}.xml", outlet);
        Pass(pipeline, days: 366);
        var young = await pipeline.EnrichAsync(Stories.Entry(4), "4.xml");

        Assert.Equal(3, await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token));

        Assert.Equal([young.ArticleId], (await pipeline.ChangesAsync()).Select(change => change.Article.Id));
        Assert.Equal(await RowsOfOnlyAsync(Stories.Entry(4)), await RowsAsync(pipeline));
    }

    [Fact]
    public async Task A_withdrawn_story_stays_withdrawn_when_its_file_comes_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        var item = Stories.Entry(1) with { SourceId = "urn:example:1", SourceIdIsGlobal = true, Wire = new WireFacts() };
        await pipeline.EnrichAsync(item, "1.xml");
        await pipeline.EnrichAsync(item with { Wire = new WireFacts { Version = 2, Status = WireStatus.Canceled } }, "2.xml");
        Pass(pipeline, days: 366);
        await pipeline.EnrichAsync(Stories.Entry(4), "4.xml");
        await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token);

        var again = await pipeline.EnrichAsync(item, "again.xml");

        Assert.Equal(Fate.Withdrawn, again.Fate);
        Assert.Equal("Story 4 of the day", Assert.Single(await pipeline.ListAsync()).Title);
    }

    [Fact]
    public async Task An_article_that_expired_comes_back_as_a_new_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        await pipeline.EnrichAsync(Stories.Entry(1), "1.xml");
        Pass(pipeline, days: 366);
        await pipeline.EnrichAsync(Stories.Entry(4), "4.xml");
        await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token);

        var again = await pipeline.EnrichAsync(Stories.Entry(1), "1-again.xml");

        Assert.Equal(Fate.Stored, again.Fate);
        Assert.Equal(2, (await pipeline.ListAsync()).Count);
    }

    [Fact]
    public async Task A_run_that_was_cut_short_is_finished_by_the_next()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, YearLong);
        for (var story = 10; story < 16; story++)
            await pipeline.EnrichAsync(Stories.Entry(story), $"{story}.xml");
        Pass(pipeline, days: 366);
        await pipeline.EnrichAsync(Stories.Entry(4), "4.xml");

        foreach (var milliseconds in new[] { 10, 20, 40, 80 })
        {
            using var cut = new CancellationTokenSource(milliseconds);
            await Record.ExceptionAsync(() => pipeline.Get<Retention>().ExpireAsync(cut.Token));
        }

        await pipeline.Get<Retention>().ExpireAsync(TestPipeline.Token);
        Assert.Equal(await RowsOfOnlyAsync(Stories.Entry(4)), await RowsAsync(pipeline));
    }

    private static void Pass(TestPipeline pipeline, int days) => pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddDays(days));

    // What a store holds that never had another article.
    private async Task<Dictionary<string, int>> RowsOfOnlyAsync(Entry entry)
    {
        await using var fresh = await TestPipeline.StartAsync(emulator);
        await fresh.EnrichAsync(entry, "4.xml");
        return await RowsAsync(fresh);
    }

    // The ledger's rows stay, which months a list has stays known, and the note of the last commit goes with the next one, so they are
    // not counted.
    private static async Task<Dictionary<string, int>> RowsAsync(TestPipeline pipeline)
    {
        var counts = new Dictionary<string, int>();
        foreach (var name in TableNames.All.Except(["files", "fates"]))
        {
            var rows = await pipeline.Account.Table(name).QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token).ToListAsync(
                TestPipeline.Token);
            counts[name] = rows.Count(
                row => (name != TableNames.Catalog || row.RowKey[0] != 'o') && row.PartitionKey != "registered");
        }

        return counts;
    }
}
