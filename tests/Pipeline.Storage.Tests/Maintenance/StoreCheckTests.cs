using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Matching;
using Pipeline.Storage.Catalog;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Maintenance;

public sealed class StoreCheckTests(EmulatorFixture emulator)
{
    private const int All = 1000;

    [Fact]
    public async Task Finds_nothing_where_all_is_well()
    {
        await using var pipeline = await FillAsync();
        await WithdrawBeforeItComesAsync(pipeline);

        var report = await CheckAsync(pipeline);

        Assert.Empty(report.Differences);
        Assert.Equal(4, report.Articles);
        Assert.InRange(report.Claims, 8, 20);
        Assert.InRange(report.Bands, 4, 200);
    }

    [Fact]
    public async Task Brings_lists_back_to_the_log()
    {
        await using var pipeline = await FillAsync();
        var last = (await pipeline.ChangesAsync())[^1];
        await pipeline.Get<IListStore>().RemoveAsync(last, TestPipeline.Token);

        await AssertMendedAsync(pipeline, StoreDifferenceKind.ListBehindLog, last.Article.Id);

        Assert.Equal(4, (await pipeline.ListAsync(new() { IncludeDuplicates = true })).Count);
    }

    [Fact]
    public async Task Brings_an_article_and_its_cluster_together_again()
    {
        await using var pipeline = await FillAsync();
        var copy = (await pipeline.ListAsync(new() { IncludeDuplicates = true })).Single(
            article => article.State == ArticleState.Duplicate);
        var cluster = await pipeline.ClusterOfAsync(copy.Id);
        await pipeline.Get<CatalogStore>().CommitAsync(
            (open, _) =>
            {
                open.Put(cluster with { Members = [.. cluster.Members.Where(member => member.ArticleId != copy.Id)] });
                return Task.FromResult<string?>(null);
            },
            null,
            TestPipeline.Token);

        await AssertMendedAsync(pipeline, StoreDifferenceKind.ClusterDiffers, copy.Id);

        Assert.Equal(2, (await pipeline.ClusterOfAsync(copy.Id)).Members.Count);
    }

    [Fact]
    public async Task Deletes_a_claim_for_what_never_came()
    {
        await using var pipeline = await FillAsync();
        var claim = new Claim(StableHash.Id("nothing"), null, new EntryOrigin("wire/a.xml", "1", 0));
        await pipeline.Get<IClaimStore>().ClaimAsync("guid:nothing", claim, TestPipeline.Token);

        await AssertMendedAsync(pipeline, StoreDifferenceKind.ClaimWithoutArticle, StableHash.Id("guid:nothing"));

        Assert.Null(await pipeline.Get<IClaimStore>().FindAsync("guid:nothing", TestPipeline.Token));
    }

    [Fact]
    public async Task Takes_what_does_not_exist_out_of_its_bands()
    {
        await using var pipeline = await FillAsync();
        var fingerprint = Fingerprint.FromText(Stories.Text(9))!;
        var bands = pipeline.Get<IBandStore>();
        await bands.ShareAsync(StableHash.Id("nothing"), fingerprint, pipeline.Time.GetUtcNow(), TimeSpan.FromDays(1), TestPipeline.Token);

        var report = await CheckAsync(pipeline);
        Assert.All(report.Differences, difference => Assert.Equal(StoreDifferenceKind.BandWithoutArticle, difference.Kind));
        Assert.Equal(fingerprint.Bands.Count, report.Differences.Count);
        await pipeline.Get<StoreRepair>().RunAsync(All, TestPipeline.Token);

        Assert.Empty((await CheckAsync(pipeline)).Differences);
    }

    [Fact]
    public async Task Names_files_that_are_overdue()
    {
        await using var pipeline = await FillAsync();
        var now = pipeline.Time.GetUtcNow();
        await pipeline.Get<ILedgerStore>().RecordFileAsync(
            new FileRecord
            {
                Path = "wire/late.xml",
                Version = "1",
                Source = "wire",
                ReceivedAt = now.AddHours(-2),
                State = FileState.Parsed,
                EntryCount = 1,
            },
            TestPipeline.Token);

        Assert.Equal([(StoreDifferenceKind.FileOverdue, "wire/late.xml")], (await CheckAsync(pipeline)).Differences.Select(
            found => (found.Kind, found.Id)));
    }

    // Rows get their time from the store's clock, and young ones are left alone.
    private async Task<TestPipeline> FillAsync()
    {
        var pipeline = await TestPipeline.StartAsync(emulator);
        pipeline.Time.SetUtcNow(TimeProvider.System.GetUtcNow().AddHours(2));
        for (var story = 1; story <= 3; story++)
            await pipeline.EnrichAsync(Stories.Entry(story), $"{story}.xml");
        await pipeline.EnrichAsync(Stories.Entry(1, "second"), "copy.xml", "second");
        return pipeline;
    }

    private static Task<EntryFate> WithdrawBeforeItComesAsync(TestPipeline pipeline) => pipeline.EnrichAsync(
        Stories.Entry(4) with { SourceIdIsGlobal = true, Wire = new WireFacts { Version = 1, Status = WireStatus.Canceled } },
        "cancel.xml");

    private static Task<StoreReport> CheckAsync(TestPipeline pipeline) => pipeline.Get<StoreCheck>().RunAsync(All, TestPipeline.Token);

    private static async Task AssertMendedAsync(TestPipeline pipeline, StoreDifferenceKind kind, string id)
    {
        Assert.Equal([(kind, id)], (await CheckAsync(pipeline)).Differences.Select(found => (found.Kind, found.Id)));
        await pipeline.Get<StoreRepair>().RunAsync(All, TestPipeline.Token);
        Assert.Empty((await CheckAsync(pipeline)).Differences);
    }
}
