using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Tests.Clusters;

/// <summary>
/// Here "bell" and "bridge" were taken for one story before a third article told that they are two, each with a copy.
/// </summary>
public sealed class ClusterPartingTests
{
    private static readonly DateTimeOffset Morning = new(2026, 2, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly CanonicalRule Rule = new(new SourcePolicies(new Dictionary<string, SourcePolicy>()));
    private static readonly Clustering Clustering = new(Rule);
    private static readonly ClusterParting Parting = new(Rule);

    private static readonly Separation Told = new(
        [Pair("bell", "bridge"), Pair("bell", "bridge-copy"), Pair("bell-copy", "bridge"), Pair("bell-copy", "bridge-copy")],
        [Pair("bell", "bell-copy", Same), Pair("bridge", "bridge-copy", Same)]);

    private static Match Same => new(MatchRule.Resemblance, 1, 1);

    [Fact]
    public async Task Each_story_keeps_its_copies()
    {
        var catalog = await ClusterAsync();
        Assert.Single(await catalog.ClustersAsync());
        await PartAsync(catalog, Told);
        Assert.Equal(["bell: bell bell-copy", "bridge: bridge bridge-copy"], await catalog.ClustersAsync());
        Assert.Equal(["bell Canonical", "bell-copy Duplicate", "bridge Canonical", "bridge-copy Duplicate"], catalog.Places());
    }

    [Fact]
    public async Task Each_copy_is_explained_by_an_article_of_its_own_story()
    {
        var catalog = await ClusterAsync();
        await PartAsync(catalog, Told);
        foreach (var standing in catalog.Standings.Values)
        {
            var cluster = await ClusterRoots.FindRootAsync(catalog, standing.Article.ClusterId, CancellationToken.None);
            Assert.All(cluster!.Members, member =>
                Assert.True(member.MatchedWith is null || cluster.Members.Any(other => other.ArticleId == member.MatchedWith)));
            Assert.Contains(cluster.Members, member => member.Match is not null);
        }
    }

    [Fact]
    public async Task Done_twice_it_changes_nothing()
    {
        var catalog = await ClusterAsync();
        await PartAsync(catalog, Told);
        var lines = catalog.Log.Count;
        await PartAsync(catalog, Told);
        Assert.Equal(lines, catalog.Log.Count);
    }

    [Fact]
    public async Task What_matches_still_stays()
    {
        var catalog = await ClusterAsync();
        await PartAsync(catalog, Told with { Together = [.. Told.Together, Pair("bell-copy", "bridge-copy", Same)] });
        Assert.Single(await catalog.ClustersAsync());
    }

    [Fact]
    public async Task An_article_that_was_not_compared_stays_with_what_it_was_matched_with()
    {
        var catalog = await ClusterAsync();
        await PlaceAsync(catalog, "later", "bridge");
        await PartAsync(catalog, Told);
        Assert.Contains("bridge: bridge bridge-copy later", await catalog.ClustersAsync());
    }

    [Fact]
    public async Task What_an_editor_joined_stays()
    {
        var catalog = new MemoryCatalog();
        await PlaceAsync(catalog, "bell");
        await PlaceAsync(catalog, "bridge");
        await new ClusterEdits(Rule).MergeAsync(catalog, "bell", "bridge", CancellationToken.None);
        await PartAsync(catalog, Told);
        Assert.Single(await catalog.ClustersAsync());
    }

    [Fact]
    public async Task What_an_editor_took_out_stays_out_of_each_story()
    {
        var catalog = await ClusterAsync();
        await PlaceAsync(catalog, "taken", "bridge");
        await new ClusterEdits(Rule).SplitAsync(catalog, "bell", "taken", CancellationToken.None);
        await PartAsync(catalog, Told);
        await PlaceAsync(catalog, "next", "bridge", "taken");
        Assert.Contains("bridge: bridge bridge-copy next", await catalog.ClustersAsync());
        Assert.Contains("taken: taken", await catalog.ClustersAsync());
    }

    [Fact]
    public async Task A_withdrawal_flags_the_copies_of_its_own_story_alone()
    {
        var catalog = await ClusterAsync();
        await Clustering.WithdrawAsync(catalog, Summaries.Absent("bridge", "bridge", null, Morning), CancellationToken.None);
        await PartAsync(catalog, Told);
        Assert.Equal(
            [
                "bell Canonical", "bell-copy Duplicate", "bridge Withdrawn", "bridge-copy Canonical copy-of-withdrawn",
            ],
            catalog.Places());
    }

    [Fact]
    public async Task A_story_that_left_can_be_joined_and_leave_again()
    {
        var catalog = await ClusterAsync();
        await PartAsync(catalog, Told);
        await PlaceAsync(catalog, "both", "bell", "bridge");
        Assert.Single(await catalog.ClustersAsync());
        var untold = Told with { Apart = [.. Told.Apart, Pair("both", "bridge")] };
        await PartAsync(catalog, untold with { Together = [.. Told.Together, Pair("both", "bell", Same)] });
        Assert.Equal(["bell: bell bell-copy both", "bridge: bridge bridge-copy"], await catalog.ClustersAsync());
    }

    private static async Task<MemoryCatalog> ClusterAsync()
    {
        var catalog = new MemoryCatalog();
        await PlaceAsync(catalog, "bell");
        await PlaceAsync(catalog, "bridge", "bell");
        await PlaceAsync(catalog, "bridge-copy", "bridge", "bell");
        await PlaceAsync(catalog, "bell-copy", "bell", "bridge", "bridge-copy");
        return catalog;
    }

    private static async Task PartAsync(MemoryCatalog catalog, Separation separation) =>
        await Parting.PartAsync(catalog, separation, CancellationToken.None);

    private static async Task PlaceAsync(MemoryCatalog catalog, string id, params string[] matched) =>
        await Clustering.PlaceInClusterAsync(
            catalog,
            new ArticleSummary
            {
                Id = id,
                Source = id,
                Title = id,
                ListedAt = Morning.AddHours(catalog.Standings.Count),
                Revision = 1,
            },
            [.. matched.Select(other => new MatchedArticle(other, Same))],
            CancellationToken.None);

    private static ArticlePair Pair(string one, string other, Match? match = null) => new(one, other, match);
}
