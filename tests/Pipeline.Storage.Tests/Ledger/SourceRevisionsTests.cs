using Pipeline.Ingestion;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Ledger;

public sealed class SourceRevisionsTests(EmulatorFixture emulator)
{
    private const string Source = "feed";

    [Fact]
    public async Task What_one_instance_records_the_others_find_and_it_is_behind_them_a_minute_and_a_half_later()
    {
        await using var one = await TestPipeline.StartAsync(emulator);
        await using var other = await TestPipeline.StartAsync(emulator, prefix: one.Prefix);
        var before = one.Time.GetUtcNow();

        await one.Get<SourceRevisions>().RecordAsync(Source, TestPipeline.Token);

        var found = await other.Get<SourceRevisions>().FindAsync(Source, TestPipeline.Token);
        Assert.InRange(found, before.AddSeconds(90), one.Time.GetUtcNow().AddSeconds(90));
        Assert.Equal(DateTimeOffset.MinValue, await other.Get<SourceRevisions>().FindAsync("another", TestPipeline.Token));
    }

    [Fact]
    public async Task However_many_articles_are_revised_at_once_it_costs_one_operation_in_half_a_minute()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var revisions = pipeline.Get<SourceRevisions>();
        var before = pipeline.Account.Operations.Total;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => revisions.RecordAsync(Source, TestPipeline.Token)));
        Assert.Equal(1, pipeline.Account.Operations.Total - before);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddSeconds(31));
        await revisions.RecordAsync(Source, TestPipeline.Token);

        Assert.Equal(2, pipeline.Account.Operations.Total - before);
        Assert.True(await revisions.FindAsync(Source, TestPipeline.Token) > pipeline.Time.GetUtcNow());
    }
}
