using Pipeline.Articles;
using Pipeline.Storage.Lists;
using Pipeline.Tests.Matching;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>Different short stories over the legal notice of their common publisher, which is longer than they are.</summary>
public sealed class ImprintTests(EmulatorFixture emulator)
{
    private static readonly (int Story, string Outlet)[] Articles =
        [(0, "courier"), (1, "gazette"), (2, "courier"), (0, "gazette"), (3, "gazette"), (1, "herald")];

    [Fact]
    public async Task Each_story_stands_with_its_copies_alone_whatever_the_order_of_arrival()
    {
        int[][] orders = [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [1, 3, 5, 0, 4, 2], [3, 5, 1, 0, 2, 4]];
        foreach (var order in orders)
        {
            await using var pipeline = await TestPipeline.StartAsync(emulator);
            foreach (var i in order)
                await EnrichAsync(pipeline, Articles[i]);
            Assert.Equal(Expected, await ReadClustersAsync(pipeline));
        }
    }

    [Fact]
    public async Task They_do_so_where_several_instances_take_them_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var prefix = emulator.NextPrefix();
            var instances = await Task.WhenAll(Articles.Select(_ => TestPipeline.StartAsync(emulator, prefix: prefix)));
            await Task.WhenAll(instances.Zip(Articles, EnrichAsync));
            Assert.Equal(Expected, await ReadClustersAsync(instances[0]));
            foreach (var instance in instances)
                await instance.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_poller_hears_that_what_was_taken_for_a_copy_is_none()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var article in Articles.Take(2))
            await EnrichAsync(pipeline, article);
        var hidden = Assert.Single(
            await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true }), article => article.State == ArticleState.Duplicate);
        await EnrichAsync(pipeline, Articles[2]);

        Assert.Contains(
            await pipeline.ChangesAsync(),
            change => change.Article.Id == hidden.Id && change is { Kind: ChangeKind.Split, Article.State: ArticleState.Canonical });
        Assert.Equal(3, (await pipeline.ListAsync()).Count);
    }

    private static string[] Expected =>
        ["0 courier, 0 gazette", "1 gazette, 1 herald", "2 courier", "3 gazette"];

    private static Task EnrichAsync(TestPipeline pipeline, (int Story, string Outlet) article) => pipeline.EnrichAsync(
        Entry(article.Story, article.Outlet), $"{article.Story}.xml", article.Outlet);

    private static Entry Entry(int story, string outlet)
    {
        var (stories, imprint) = Imprints.Publishers["English"];
        return Stories.Entry(story, outlet) with
        {
            Title = $"{story} {outlet}",
            ContentHtml = $"<p>{stories[story]}</p><p>{imprint}</p>",
        };
    }

    private static async Task<string[]> ReadClustersAsync(TestPipeline pipeline)
    {
        var clusters = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var article in await pipeline.ListAsync())
            clusters.Add(string.Join(
                ", ", (await pipeline.ClusterOfAsync(article.Id)).Members.Select(member => member.Title).Order(StringComparer.Ordinal)));
        return [.. clusters];
    }
}
