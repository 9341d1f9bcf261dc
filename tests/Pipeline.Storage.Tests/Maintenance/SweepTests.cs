using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Parsing;
using Pipeline.Parsing.Formats;
using Pipeline.Storage.Ledger;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Maintenance;

public sealed class SweepTests(EmulatorFixture emulator)
{
    private static readonly IngestionSettings FourAtATime = new() { SweepFiles = 4 };

    [Fact]
    public async Task A_sweep_lists_so_many_files_and_the_next_goes_on_where_it_stopped_in_another_process_too()
    {
        await using var pipeline = await StartAsync(FourAtATime, files: 10);
        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        Assert.Equal(4, await CountAsync(pipeline));
        await using var restarted = await TestPipeline.StartAsync(emulator, FourAtATime, pipeline.Prefix);
        restarted.Time.SetUtcNow(pipeline.Time.GetUtcNow());

        await restarted.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        Assert.Equal(8, await CountAsync(pipeline));
        await restarted.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        Assert.Equal(10, await CountAsync(pipeline));
        Assert.Null((await pipeline.Get<LedgerStore>().GetSweepAsync(TestPipeline.Token)).Next);
    }

    [Fact]
    public async Task A_file_that_a_round_has_passed_is_found_by_the_next_one()
    {
        await using var pipeline = await StartAsync(FourAtATime, files: 10);
        // The emulator dates files by the real clock.
        pipeline.Time.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(3));
        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        await UploadAsync(pipeline, "feed/before-all-others.md");
        for (var sweep = 0; sweep < 3; sweep++)
        {
            pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddMinutes(15));
            await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        }

        Assert.Equal(11, await CountAsync(pipeline));
    }

    [Fact]
    public async Task A_sweep_of_a_large_container_costs_as_much_as_one_of_a_small_one()
    {
        await using var small = await StartAsync(FourAtATime, files: 5);
        await using var large = await StartAsync(FourAtATime, files: 25);
        await SettleAllAsync(small);
        await SettleAllAsync(large);

        Assert.InRange(await CostAsync(large), 1, await CostAsync(small));
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_for_a_moment_is_read_later_however_old_it_is()
    {
        await using var pipeline = await StartAsync(new IngestionSettings(), files: 1);
        var files = new FailingFiles(pipeline.Get<IFileStore>()) { IsFailing = true };
        var parse = new ParseStage(
            files, pipeline.Get<FileParser>(), pipeline.Get<FormerEntries>(), pipeline.Get<EntrySender>(), pipeline.Get<ILedgerStore>(),
            pipeline.Get<ParsingSettings>(), pipeline.Time, NullLogger<ParseStage>.Instance);
        var sweeper = new Sweeper(
            files, pipeline.Get<ILedgerStore>(), parse, new IngestionSettings(), pipeline.Time, NullLogger<Sweeper>.Instance);
        await sweeper.SweepAsync(TestPipeline.Token);
        pipeline.Time.SetUtcNow(pipeline.Time.GetUtcNow().AddHours(1));
        files.IsFailing = false;

        await sweeper.SweepAsync(TestPipeline.Token);

        Assert.Equal(1, await CountAsync(pipeline));
    }

    private async Task<TestPipeline> StartAsync(IngestionSettings settings, int files)
    {
        var pipeline = await TestPipeline.StartAsync(emulator, settings);
        pipeline.Time.SetUtcNow(TimeProvider.System.GetUtcNow().AddHours(1));
        for (var file = 0; file < files; file++)
            await UploadAsync(pipeline, $"feed/lost-{file:D2}.md");
        return pipeline;
    }

    // Nothing announces it.
    private static async Task UploadAsync(TestPipeline pipeline, string path) =>
        await pipeline.Account.Incoming.GetBlobClient(path).UploadAsync(
            BinaryData.FromString("---\ntitle: A note\n---\nThe quay is open again."), TestPipeline.Token);

    private static async Task SettleAllAsync(TestPipeline pipeline)
    {
        do
            await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        while ((await pipeline.Get<LedgerStore>().GetSweepAsync(TestPipeline.Token)).Next is not null);
        await pipeline.DrainAsync();
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
    }

    private static async Task<long> CostAsync(TestPipeline pipeline)
    {
        var before = pipeline.Account.Operations.Total;
        await pipeline.Get<Sweeper>().SweepAsync(TestPipeline.Token);
        return pipeline.Account.Operations.Total - before;
    }

    private static async Task<int> CountAsync(TestPipeline pipeline) =>
        (await pipeline.Get<LedgerStore>().ListFilesAsync(new FileQuery(), TestPipeline.Token)).Items.Count;
}
