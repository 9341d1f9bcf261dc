using Pipeline.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class ConcurrencyTests(EmulatorFixture emulator)
{
    private const int Instances = 4;

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
}
