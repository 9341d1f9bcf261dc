using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>A withdrawal, and the article that it withdraws, at the same time on two instances.</summary>
public sealed class CrossingWithdrawalTests(EmulatorFixture emulator)
{
    private const string Guid = "urn:newsml:example:7";

    public static TheoryData<int, bool> Moments => new MatrixTheoryData<int, bool>([0, 1, 2, 3, 4], [false, true]);

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task An_article_that_comes_while_it_is_cancelled_is_withdrawn(int claimsBefore, bool isBrokenOff)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        EntryFate? came = null;
        var claims = new CrossedClaims(pipeline.Get<IClaimStore>(), claimsBefore, isBrokenOff, async () =>
            came = await pipeline.EnrichAsync(Item(1, WireStatus.Usable), "v1.xml"));

        var cancelled = isBrokenOff ? await BreakOffAndRepeatAsync(pipeline, claims) : await CancelAsync(pipeline, claims);
        came ??= await pipeline.EnrichAsync(Item(1, WireStatus.Usable), "v1.xml");

        Assert.Equal((Fate.Withdrawn, came.ArticleId), (cancelled.Fate, cancelled.ArticleId));
        Assert.Empty(await pipeline.ListAsync());
        Assert.Equal(came.ArticleId, (await new ArticleLookup(pipeline.Get<IClaimStore>())
            .FindBySourceIdAsync("wire", Guid, TestPipeline.Token))?.ArticleId);
    }

    private static async Task<EntryFate> BreakOffAndRepeatAsync(TestPipeline pipeline, CrossedClaims claims)
    {
        await Record.ExceptionAsync(() => CancelAsync(pipeline, claims));
        return await pipeline.EnrichAsync(Item(2, WireStatus.Canceled), "v2.xml");
    }

    private static Task<EntryFate> CancelAsync(TestPipeline pipeline, IClaimStore claims)
    {
        var (entry, origin) = (Item(2, WireStatus.Canceled), new EntryOrigin("wire/v2.xml", "1", 0));
        var withdrawal = new ArticleWithdrawal(
            claims, pipeline.Get<IArticleStore>(), pipeline.Get<Publication>(), new IngestionSettings(), pipeline.Time);
        return withdrawal.WithdrawAsync(
            new EntryMessage(entry, origin, "wire", pipeline.Time.GetUtcNow()),
            pipeline.Get<ArticleEnricher>().Enrich(entry, origin, "wire", pipeline.Time.GetUtcNow()), TestPipeline.Token);
    }

    private static Entry Item(int version, WireStatus status) => Stories.Entry(7) with
    {
        SourceId = Guid,
        SourceIdIsGlobal = true,
        Wire = new WireFacts { Version = version, Status = status },
    };

    /// <summary>The claims, before one of which something else happens, and the next of which may fail.</summary>
    private sealed class CrossedClaims(IClaimStore claims, int before, bool isBrokenOff, Func<Task> happen) : IClaimStore
    {
        private int claimed;

        public async Task<ClaimOutcome> ClaimAsync(string key, Claim claim, CancellationToken cancellationToken)
        {
            if (claimed == before)
                await happen();
            if (isBrokenOff && claimed > before)
                throw new IOException("The connection broke off.");
            claimed++;
            return await claims.ClaimAsync(key, claim, cancellationToken);
        }

        public Task<Claim?> FindAsync(string key, CancellationToken cancellationToken) => claims.FindAsync(key, cancellationToken);

        public Task RemoveAsync(string key, string articleId, CancellationToken cancellationToken) =>
            claims.RemoveAsync(key, articleId, cancellationToken);

        public Task<IReadOnlyList<StoredClaim>> ListAsync(string after, int limit, CancellationToken cancellationToken) =>
            claims.ListAsync(after, limit, cancellationToken);

        public Task RemoveAsync(StoredClaim claim, CancellationToken cancellationToken) => claims.RemoveAsync(claim, cancellationToken);

        public Task ReplaceAsync(string key, Claim claim, CancellationToken cancellationToken) =>
            claims.ReplaceAsync(key, claim, cancellationToken);
    }
}
