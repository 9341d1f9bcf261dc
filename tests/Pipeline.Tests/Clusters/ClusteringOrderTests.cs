using CsCheck;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Tests.Clusters;

/// <summary>What becomes of a set of copies must not depend on the order in which they, their kills and their new versions come.</summary>
public sealed class ClusteringOrderTests
{
    private const int Articles = 7;

    private static readonly Clustering Clustering = new(new CanonicalRule(new SourcePolicies(
        new Dictionary<string, SourcePolicy> { ["preferred"] = SourcePolicy.Prefer, ["last"] = SourcePolicy.NeverCanonical })));

    // Pairs of articles that match, articles that are killed, and two orders of arrival for all of it.
    private static readonly Gen<(List<(int, int)> Pairs, List<int> Kills, int[] One, int[] Other)> Stories = Gen.Select(
        Gen.Select(Gen.Int[0, Articles - 1], Gen.Int[0, Articles - 1]).List[0, 9],
        Gen.Int[0, Articles - 1].List[0, 2],
        Gen.Shuffle(Enumerable.Range(0, Articles * 2).ToArray()),
        Gen.Shuffle(Enumerable.Range(0, Articles * 2).ToArray()));

    [Fact]
    public async Task Clusters_canonical_articles_and_flags_are_the_same_in_every_order() =>
        await Stories.SampleAsync(async story =>
        {
            var one = await RunAsync(story.Pairs, story.Kills, story.One);
            var other = await RunAsync(story.Pairs, story.Kills, story.Other);
            Assert.Equal(await one.ClustersAsync(), await other.ClustersAsync());
            Assert.Equal(one.Places(), other.Places());
        });

    [Fact]
    public async Task A_poller_that_keeps_the_last_change_of_every_article_holds_what_stands() =>
        await Stories.SampleAsync(async story =>
        {
            var catalog = await RunAsync(story.Pairs, story.Kills, story.One);
            foreach (var last in catalog.Log.GroupBy(line => line.Article.Id).Select(lines => lines.Last().Article))
                Assert.Equal((last.State, string.Join(' ', last.Flags)), StateOf(catalog.Standings[last.Id].Article));
        });

    [Fact]
    public async Task Doing_everything_twice_changes_nothing() =>
        await Stories.SampleAsync(async story =>
        {
            var once = await RunAsync(story.Pairs, story.Kills, story.One);
            var twice = await RunAsync(story.Pairs, story.Kills, [.. story.One, .. story.One]);
            Assert.Equal(once.Log.Count, twice.Log.Count);
            Assert.Equal(once.Places(), twice.Places());
        });

    private static (ArticleState State, string Flags) StateOf(ArticleSummary article) => (article.State, string.Join(' ', article.Flags));

    // The first half of the numbers are articles that come, the second half are their kills, as far as there are such.
    private static async Task<MemoryCatalog> RunAsync(List<(int One, int Other)> pairs, List<int> kills, int[] order)
    {
        var catalog = new MemoryCatalog();
        var arrived = new HashSet<int>();
        foreach (var step in order)
        {
            var article = step % Articles;
            if (step < Articles)
            {
                arrived.Add(article);
                var matches =
                    arrived.Where(other => other != article && pairs.Exists(pair => pair == (article, other) || pair == (other, article)));
                await FinishAsync(
                    catalog, await Clustering.PlaceInClusterAsync(
                        catalog, Summary(article), [.. matches.Select(Match)], CancellationToken.None));
            }
            else if (kills.Contains(article))
            {
                await FinishAsync(catalog, await Clustering.WithdrawAsync(catalog, Absent(article), CancellationToken.None));
            }
        }

        return catalog;
    }

    private static async Task FinishAsync(MemoryCatalog catalog, string? unfinished)
    {
        while (unfinished is not null)
            unfinished = await Placement.FlagAsync(catalog, unfinished, CancellationToken.None);
    }

    private static MatchedArticle Match(int article) => new(IdOf(article), new Match(MatchRule.Resemblance, 1, 1));

    private static string IdOf(int article) => $"a{article}";

    private static ArticleSummary Absent(int article) => Summaries.Absent(IdOf(article), SourceOf(article), null, DateTimeOffset.UnixEpoch);

    private static string SourceOf(int article) => article switch { 5 => "preferred", 0 => "last", _ => "outlet" };

    // Two of them at the same moment, so that the choice between them is the rule's.
    private static ArticleSummary Summary(int article) => new()
    {
        Id = IdOf(article),
        Source = SourceOf(article),
        Title = $"Article {article}",
        Flags = article == 3 ? [ArticleFlags.Correction] : [],
        ListedAt = new DateTimeOffset(2026, 2, 20, 8, article / 2, 0, TimeSpan.Zero),
        Revision = 1,
    };
}
