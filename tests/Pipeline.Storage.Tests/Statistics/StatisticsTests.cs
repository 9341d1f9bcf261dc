using Pipeline.Maintenance;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Statistics;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Statistics;

public sealed class StatisticsTests(EmulatorFixture emulator)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Counts_files_and_commits_by_hour_and_source()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await DropAsync(pipeline, Noon, "coast/1.md", Post("Harbour closes", 1, "2026-03-01T08:00:00Z"));
        await DropAsync(pipeline, Noon.AddMinutes(59), "coast/2.md", Post("Market moves", 2, "2026-03-01T11:59:00Z"));
        await DropAsync(pipeline, Noon.AddMinutes(90), "north/copy.md", Post("Quay shut", 1, "2026-03-01T13:00:00Z"));
        await DropAsync(pipeline, Noon.AddMinutes(91), "north/empty.md", "");
        pipeline.Time.SetUtcNow(Noon.AddHours(5));

        var hours = await pipeline.Get<StatisticsStore>().ReadAsync(TestPipeline.Token);

        Assert.Equal(
            Enumerable.Range(0, StatisticsStore.MaxHours).Select(back => Noon.AddHours(5 - back)), hours.Select(hour => hour.Hour));
        var coast = Assert.Single(hours[5].Sources);
        Assert.Equal((2, 2, 0, 2, 0), (coast.Files, coast.Entries, coast.Errors, coast.Articles, coast.Duplicates));
        Assert.InRange(coast.LagSeconds!.Value, 4 * 3600, 4 * 3600 + 60);
        var north = Assert.Single(hours[4].Sources);
        Assert.Equal((2, 1, 1, 0, 1), (north.Files, north.Entries, north.Errors, north.Articles, north.Duplicates));
        Assert.All(hours.Where(hour => hour.Hour != Noon && hour.Hour != Noon.AddHours(1)), hour => Assert.Empty(hour.Sources));
    }

    [Fact]
    public async Task Counts_an_hour_once_and_reads_it_from_then_on()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await DropAsync(pipeline, Noon, "coast/1.md", Post("Harbour closes", 1, "2026-03-01T08:00:00Z"));
        pipeline.Time.SetUtcNow(Noon.AddHours(5));
        var first = await pipeline.Get<StatisticsStore>().ReadAsync(TestPipeline.Token);
        await DropAsync(pipeline, Noon.AddHours(6), "coast/2.md", Post("Market moves", 2, "2026-03-01T17:00:00Z"));
        var before = pipeline.Account.Operations.Total;

        var second = await pipeline.Get<StatisticsStore>().ReadAsync(TestPipeline.Token);

        // Known hours, head, files and commits of the open ones, and the hour that has come to be kept.
        Assert.Equal(5, pipeline.Account.Operations.Total - before);
        Assert.Equal("coast", Assert.Single(second[0].Sources).Source);
        Assert.Equivalent(first.Take(StatisticsStore.MaxHours - 1), second.Skip(1), strict: true);
    }

    [Fact]
    public async Task A_week_is_kept_at_60_000_commits_an_hour_and_each_of_them_costs_a_hundredth_of_an_operation()
    {
        const int Rate = 60_000;
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var log = new BusyLog(Noon, Rate, pipeline.Time);
        var figures = new StatisticsStore(pipeline.Account, pipeline.Get<LedgerStore>(), log, pipeline.Time);
        var last = Noon.AddHours(StatisticsStore.MaxHours + 12);
        // The app is away for half a day at a time: what it missed is counted when it is back.
        for (var now = Noon.AddHours(1); now <= last; now = now.AddHours(now.Hour is 23 or 11 ? 12 : 1))
        {
            pipeline.Time.SetUtcNow(now);
            await figures.CountAsync(TestPipeline.Token);
        }

        pipeline.Time.SetUtcNow(last.AddMinutes(1));
        await figures.CountAsync(TestPipeline.Token);
        var before = (log.Reads, pipeline.Account.Operations.Total);
        var hours = await figures.ReadAsync(TestPipeline.Token);

        Assert.Equal((0, 1), (log.Reads - before.Reads, pipeline.Account.Operations.Total - before.Total));
        Assert.Equal(Enumerable.Range(0, StatisticsStore.MaxHours).Select(back => last.AddHours(-back)), hours.Select(hour => hour.Hour));
        Assert.All(hours.Skip(1), hour => Assert.Equal(Rate, hour.Sources.Sum(source => source.Articles)));
        Assert.InRange(log.Reads, 1, 0.01 * Rate * (StatisticsStore.MaxHours + 12));
        TestContext.Current.TestOutputHelper!.WriteLine($"{hours.Count} hours at {Rate} commits, {log.Reads} reads of the log");
    }

    private static async Task DropAsync(TestPipeline pipeline, DateTimeOffset now, string path, string content)
    {
        pipeline.Time.SetUtcNow(now);
        await pipeline.DropAsync(path, content);
        await pipeline.Get<Sweeper>().SettleAsync(TestPipeline.Token);
    }

    private static string Post(string title, int story, string published) =>
        $"---\ntitle: {title}\ndate: {published}\n---\n{Stories.Text(story)}";
}
