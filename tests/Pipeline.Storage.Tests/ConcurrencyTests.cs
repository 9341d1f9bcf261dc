using System.Collections.Concurrent;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests;

public sealed class ConcurrencyTests(EmulatorFixture emulator)
{
    private const int Instances = 4;
    private const int Copies = 5;
    private const int StoryCount = 6;

    [Fact]
    public async Task Copies_that_race_through_several_instances_end_as_one_cluster_each()
    {
        var prefix = emulator.NextPrefix();
        var instances = await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => TestPipeline.StartAsync(emulator, prefix: prefix)));
        var work = new ConcurrentBag<(int Story, int Copy)>(
            from story in Enumerable.Range(1, StoryCount) from copy in Enumerable.Range(0, Copies) select (story, copy));

        await Task.WhenAll(instances.SelectMany(instance => new[] { RunAsync(instance, work), RunAsync(instance, work) }));

        var canonical = await instances[0].ListAsync();
        Assert.Equal(StoryCount, canonical.Count);
        foreach (var article in canonical)
        {
            Assert.Equal("outlet0", article.Source);
            Assert.Equal(Copies, (await instances[0].ClusterOfAsync(article.Id)).Members.Count);
        }

        var changes = await instances[0].ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Sequence));
        Assert.Equal(StoryCount * Copies, changes.Count(change => change.Kind == ChangeKind.New));
        foreach (var instance in instances)
            await instance.DisposeAsync();
    }

    [Fact]
    public async Task One_article_that_comes_through_several_instances_at_once_is_stored_once()
    {
        var prefix = emulator.NextPrefix();
        var instances = await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => TestPipeline.StartAsync(emulator, prefix: prefix)));

        var fates = await Task.WhenAll(instances.Select((instance, index) => instance.EnrichAsync(Stories.Entry(1), $"{index}.xml")));

        Assert.Single(fates, fate => fate.Fate == Fate.Stored);
        Assert.Equal(Instances - 1, fates.Count(fate => fate.Fate == Fate.Unchanged));
        Assert.Single(await instances[0].ChangesAsync());
        foreach (var instance in instances)
            await instance.DisposeAsync();
    }

    private static async Task RunAsync(TestPipeline instance, ConcurrentBag<(int Story, int Copy)> work)
    {
        while (work.TryTake(out var next))
        {
            var published = new DateTimeOffset(2026, 2, 20, 8, 0, 0, TimeSpan.Zero).AddMinutes(next.Copy);
            await instance.EnrichAsync(Stories.Entry(next.Story, $"outlet{next.Copy}", published), $"{next.Story}.xml", $"outlet{next.Copy}");
        }
    }
}
