using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Tests.Clusters;

/// <summary>A cluster of many takes in what carries its canonical text, by whichever of the articles with that text it was found.</summary>
public sealed class GrownClusterTests
{
    private const int Verbatim = 9;

    private static readonly Clustering Clustering = new(new CanonicalRule(new SourcePolicies(new Dictionary<string, SourcePolicy>())));

    // Copies that come at the same moment are each matched with another of them, and the first published comes last.
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(Verbatim - 1)]
    public async Task Takes_in_a_copy_that_matched_any_article_with_the_canonical_text(int matched)
    {
        var catalog = await GrowAsync(resemblance: 1);
        await PlaceAsync(catalog, Verbatim, [matched], resemblance: 0.5);
        Assert.Single(await catalog.ClustersAsync());
    }

    [Fact]
    public async Task Leaves_out_what_matched_a_member_whose_text_is_another()
    {
        var catalog = await GrowAsync(resemblance: 0.7);
        await PlaceAsync(catalog, Verbatim, [0], resemblance: 0.5);
        Assert.Equal(2, (await catalog.ClustersAsync()).Count);
    }

    // A copy of every word of a member is found by that member alone, and says nothing that the cluster has not.
    [Fact]
    public async Task Takes_in_what_is_the_same_as_a_member_whose_text_is_another()
    {
        var catalog = await GrowAsync(resemblance: 0.7);
        await PlaceAsync(catalog, Verbatim, [0], resemblance: 1);
        Assert.Single(await catalog.ClustersAsync());
    }

    [Fact]
    public async Task Takes_in_what_a_member_found_before_it_was_committed_and_before_the_cluster_had_grown()
    {
        var catalog = new MemoryCatalog();
        for (var article = 0; article < Verbatim; article++)
            await PlaceAsync(catalog, article, article == 2 ? [1, Verbatim] : article == 0 ? [] : [article - 1], resemblance: 0.7);

        await PlaceAsync(catalog, Verbatim, [], resemblance: 0.7);

        Assert.Single(await catalog.ClustersAsync());
    }

    // A chain: each was found by the one before it.
    private static async Task<MemoryCatalog> GrowAsync(double resemblance)
    {
        var catalog = new MemoryCatalog();
        for (var article = 0; article < Verbatim; article++)
            await PlaceAsync(catalog, article, article == 0 ? [] : [article - 1], resemblance);
        return catalog;
    }

    private static async Task PlaceAsync(MemoryCatalog catalog, int article, int[] matched, double resemblance)
    {
        IReadOnlyList<MatchedArticle> matches = [.. matched.Select(
            other => new MatchedArticle(IdOf(other), new Match(MatchRule.Resemblance, resemblance, Math.Max(resemblance, 0.61))))];
        var unfinished = await Clustering.PlaceInClusterAsync(catalog, Summary(article), matches, CancellationToken.None);
        while (unfinished is not null)
            unfinished = await Placement.FlagAsync(catalog, unfinished, CancellationToken.None);
    }

    private static string IdOf(int article) => $"a{article}";

    private static ArticleSummary Summary(int article) => new()
    {
        Id = IdOf(article),
        Source = $"outlet{article}",
        Title = $"Article {article}",
        ListedAt = new DateTimeOffset(2026, 2, 20, 8, 59 - article, 0, TimeSpan.Zero),
        Revision = 1,
    };
}
