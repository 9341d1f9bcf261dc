using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Storage.Catalog;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Catalog;

/// <summary>Instances that commit at once take turns.</summary>
public sealed class CommitTurnTests(EmulatorFixture emulator)
{
    private const int Instances = 4;
    private const int Commits = 60;

    [Fact]
    public async Task No_instance_is_kept_from_committing_while_others_do()
    {
        var prefix = emulator.NextPrefix();
        var instances = await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => TestPipeline.StartAsync(emulator, prefix: prefix)));

        await Task.WhenAll(instances.Select((instance, index) => CommitAllAsync(instance.Get<CatalogStore>(), $"i{index}")));

        var changes = await instances[0].ChangesAsync();
        Assert.Equal(Enumerable.Range(1, Instances * Commits).Select(number => (long)number), changes.Select(change => change.Sequence));
        // Where one went first and then the next, the others would have nothing in the first half.
        var half = changes.Take(changes.Count / 2).CountBy(change => change.Article.Source).ToDictionary();
        Assert.All(Enumerable.Range(0, Instances), index => Assert.InRange(half.GetValueOrDefault($"i{index}"), Commits / 6, Commits));
        foreach (var instance in instances)
            await instance.DisposeAsync();
    }

    [Fact]
    public async Task An_instance_that_died_in_the_row_is_passed_over()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await CommitAsync(pipeline.Get<CatalogStore>(), "a", 1);
        await MergeHeadAsync(pipeline, "Waiting", "dead1 dead2");
        await using var other = await TestPipeline.StartAsync(emulator, prefix: pipeline.Prefix);
        var started = Stopwatch.GetTimestamp();

        await CommitAsync(other.Get<CatalogStore>(), "b", 1);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.5, 20);
        Assert.Equal([1, 2], (await pipeline.ChangesAsync()).Select(change => change.Sequence));
        Assert.DoesNotContain("dead", (await HeadAsync(pipeline)).GetString("Waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_a_turn_is_in_the_row_after_the_next_commit()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await CommitAsync(pipeline.Get<CatalogStore>(), "a", 1);
        await MergeHeadAsync(pipeline, "Waiting", "");
        await MergeHeadAsync(pipeline, "Askother", true);

        await CommitAsync(pipeline.Get<CatalogStore>(), "a", 2);

        var head = await HeadAsync(pipeline);
        Assert.False(head.ContainsKey("Askother"));
        Assert.Equal(2, head.GetInt64("Sequence"));
    }

    [Fact]
    public async Task A_head_from_before_there_were_turns_is_read()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var head = new TableEntity("catalog", "head") { ["Sequence"] = 0L, ["Recent"] = "0123456789ab" };
        await pipeline.Account.Table("catalog").AddEntityAsync(head, TestPipeline.Token);

        await CommitAsync(pipeline.Get<CatalogStore>(), "a", 1);

        Assert.EndsWith(" 0123456789ab", (await HeadAsync(pipeline)).GetString("Recent"), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await pipeline.ChangesAsync()).Sequence);
    }

    // Four in flight.
    private static Task CommitAllAsync(CatalogStore catalog, string name) => Task.WhenAll(Enumerable.Range(0, 4).Select(async lane =>
    {
        for (var number = lane; number < Commits; number += 4)
            await CommitAsync(catalog, name, number);
    }));

    private static Task<CatalogCommit> CommitAsync(CatalogStore catalog, string source, int number) => catalog.CommitAsync(
        (open, _) =>
        {
            var id = $"{source}n{number}";
            open.Commit(ChangeKind.New, new ArticleSummary
            {
                Id = id,
                ClusterId = id,
                Source = source,
                Title = id,
                ListedAt = DateTimeOffset.UnixEpoch,
                Revision = 1
            });
            return Task.FromResult<string?>(null);
        },
        null,
        TestPipeline.Token);

    private static async Task MergeHeadAsync(TestPipeline pipeline, string column, object value) =>
        await pipeline.Account.Table("catalog").UpdateEntityAsync(
            new TableEntity("catalog", "head") { [column] = value }, ETag.All, TableUpdateMode.Merge, TestPipeline.Token);

    private static async Task<TableEntity> HeadAsync(TestPipeline pipeline) =>
        await pipeline.Account.Table("catalog").GetEntityAsync<TableEntity>("catalog", "head", cancellationToken: TestPipeline.Token);
}
