using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Tests.Clusters;

/// <summary>
/// Which article is shown once another leaves the cluster. Here "wrong" was corrected by "mended", which "copy" precedes by its id: with
/// "wrong" gone, nothing makes "mended" the first.
/// </summary>
public sealed class SuccessorTests
{
    private static readonly DateTimeOffset Morning = new(2026, 2, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly CanonicalRule Rule = new(new SourcePolicies(new Dictionary<string, SourcePolicy>()));
    private static readonly Clustering Clustering = new(Rule);

    [Fact]
    public async Task A_correction_stands_while_what_it_corrects_is_there() =>
        Assert.Equal(["copy Duplicate", "mended Canonical correction", "wrong Duplicate"], (await ClusterAsync()).Places());

    // The second of them changes no flag, which would bring every member up to date.
    [Fact]
    public async Task A_second_withdrawal_leaves_one_article_that_is_shown()
    {
        var catalog = await ClusterAsync();
        await PlaceAsync(catalog, Summary("other"), "wrong");
        foreach (var id in new[] { "other", "wrong" })
            await Clustering.WithdrawAsync(catalog, Summaries.Absent(id, id, null, Morning), CancellationToken.None);
        Assert.Equal(
            [
                "copy Canonical copy-of-withdrawn", "mended Duplicate correction copy-of-withdrawn", "other Withdrawn", "wrong Withdrawn",
            ],
            catalog.Places());
    }

    [Fact]
    public async Task A_split_leaves_one_article_that_is_shown()
    {
        var catalog = await ClusterAsync();
        Assert.True(await new ClusterEdits(Rule).SplitAsync(
            catalog, catalog.Standings["wrong"].Article.ClusterId, "wrong", CancellationToken.None));
        Assert.Equal(["copy Canonical", "mended Duplicate correction", "wrong Canonical"], catalog.Places());
    }

    [Fact]
    public async Task An_erasure_leaves_one_article_that_is_shown()
    {
        var catalog = await ClusterAsync();
        var notice = Summaries.Absent("wrong", "wrong", null, Morning) with { State = ArticleState.Withdrawn };
        Assert.True(await new ClusterErasure(Rule).EraseAsync(catalog, "wrong", notice, CancellationToken.None));
        Assert.Equal(["copy Canonical", "mended Duplicate correction", "wrong Withdrawn"], catalog.Places());
    }

    [Fact]
    public async Task An_expiry_leaves_one_article_that_is_shown()
    {
        var catalog = await ClusterAsync();
        var last = catalog.Standings["wrong"].Sequence;
        await PlaceAsync(catalog, Summary("copy") with { Revision = 2 });
        await PlaceAsync(catalog, Summary("mended") with { Revision = 2 });
        Assert.True(await new Expiry(Rule).ExpireAsync(
            catalog, new ArticleChange(last, ChangeKind.Merged, Morning, Summary("wrong")), last, CancellationToken.None));
        Assert.Equal(["copy Canonical", "mended Duplicate correction"], catalog.Places());
    }

    private static async Task<MemoryCatalog> ClusterAsync()
    {
        var catalog = new MemoryCatalog();
        await PlaceAsync(catalog, Summary("wrong"));
        await PlaceAsync(catalog, Summary("copy"), "wrong");
        await PlaceAsync(catalog, Summary("mended"), "wrong");
        return catalog;
    }

    private static async Task PlaceAsync(MemoryCatalog catalog, ArticleSummary article, params string[] matched)
    {
        var unfinished = await Clustering.PlaceInClusterAsync(
            catalog, article, [.. matched.Select(other => new MatchedArticle(other, new Match(MatchRule.Resemblance, 1, 1)))],
            CancellationToken.None);
        while (unfinished is not null)
            unfinished = await Placement.FlagAsync(catalog, unfinished, CancellationToken.None);
    }

    private static ArticleSummary Summary(string id) => new()
    {
        Id = id,
        Source = id,
        Title = id,
        Flags = id == "mended" ? [ArticleFlags.Correction] : [],
        ListedAt = id == "wrong" ? Morning : Morning.AddHours(1),
        Revision = 1,
    };
}
