using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>A store that was signed by another version of the code: its bands and sketches mean nothing to this one.</summary>
public sealed class SignatureUpgradeTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task What_was_signed_by_a_former_version_finds_its_copies_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var early = await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");
        await SignFormerlyAsync(pipeline);
        // A copy that comes before the upgrade does finds nothing, and must be found.
        await pipeline.EnrichAsync(Copy("between", 9), "between.xml", "between");
        Assert.Equal(2, (await pipeline.ListAsync()).Count);
        Pass(pipeline);

        Assert.Equal(2, await pipeline.Get<SignatureUpgrade>().UpgradeAsync(TestPipeline.Token));
        await pipeline.EnrichAsync(Copy("late", 10), "late.xml", "late");

        Assert.Equal(early.ArticleId, Assert.Single(await pipeline.ListAsync()).Id);
        Assert.Equal(
            ["early", "between", "late"], (await pipeline.ClusterOfAsync(early.ArticleId!)).Members.Select(member => member.Source));
        var last = (await pipeline.ChangesAsync()).Last(change => change.Article.Source == "between");
        Assert.Equal((ChangeKind.Merged, ArticleState.Duplicate), (last.Kind, last.Article.State));
    }

    [Fact]
    public async Task An_upgrade_that_is_done_costs_one_operation_and_changes_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");
        await SignFormerlyAsync(pipeline);
        Pass(pipeline);
        await pipeline.Get<SignatureUpgrade>().UpgradeAsync(TestPipeline.Token);
        var before = pipeline.Account.Operations.Total;

        Assert.Equal(0, await pipeline.Get<SignatureUpgrade>().UpgradeAsync(TestPipeline.Token));

        Assert.Equal(1, pipeline.Account.Operations.Total - before);
        Assert.Single(await pipeline.ChangesAsync());
    }

    [Fact]
    public async Task An_upgrade_leaves_what_an_editor_split_apart()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");
        var late = await pipeline.EnrichAsync(Copy("late", 10), "late.xml", "late");
        await pipeline.Get<ClusterEditor>().SplitAsync(
            (await pipeline.ClusterOfAsync(late.ArticleId!)).Id, late.ArticleId!, TestPipeline.Token);
        await SignFormerlyAsync(pipeline);
        Pass(pipeline);

        await pipeline.Get<SignatureUpgrade>().UpgradeAsync(TestPipeline.Token);

        Assert.Equal(2, (await pipeline.ListAsync()).Count);
    }

    [Fact]
    public async Task What_was_seen_before_the_look_back_is_not_signed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.EnrichAsync(Copy("early", 8), "early.xml", "early");
        await SignFormerlyAsync(pipeline);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddDays(40));
        await pipeline.EnrichAsync(Stories.Entry(2), "2.xml");
        Pass(pipeline);

        Assert.Equal(1, await pipeline.Get<SignatureUpgrade>().UpgradeAsync(TestPipeline.Token));
    }

    private static Entry Copy(string outlet, int hour) =>
        Stories.Entry(1, outlet, new DateTimeOffset(2026, 2, 20, hour, 0, 0, TimeSpan.Zero));

    private static void Pass(TestPipeline pipeline) => pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddMinutes(1));

    // The rows as version 0 would have left them: other partitions, and sketches that say so.
    private static async Task SignFormerlyAsync(TestPipeline pipeline)
    {
        var table = pipeline.Account.Table("bands");
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: TestPipeline.Token))
        {
            await table.DeleteEntityAsync(row, cancellationToken: TestPipeline.Token);
            row.PartitionKey = "0" + row.PartitionKey[1..];
            if (row.GetBinary("Sketch") is { } sketch)
                row["Sketch"] = (byte[])[0, .. sketch[1..]];
            await table.AddEntityAsync(row, TestPipeline.Token);
        }

        await pipeline.Get<IBandStore>().RecordProgressAsync(new SignatureProgress(0, 0, true), TestPipeline.Token);
    }
}
