using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Account;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Queue;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Ledger;

/// <summary>Files that were overwritten since.</summary>
public sealed class VersionTests(EmulatorFixture emulator)
{
    private const string Path = "feed/news.json";

    [Fact]
    public async Task The_fates_of_an_overwritten_version_stay_readable()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.DropAsync(Path, Feed(1));
        var first = (await pipeline.Get<LedgerStore>().FindFileAsync(Path, TestPipeline.Token))!;
        await pipeline.DropAsync(Path, Feed(2));

        var ledger = pipeline.Get<LedgerStore>();
        Assert.Equal([first.Version], (await ledger.ListVersionsAsync(Path, TestPipeline.Token)).Select(file => file.Version));
        Assert.Equal(first.Version, (await ledger.FindVersionAsync(Path, first.Version, TestPipeline.Token))!.Version);
        Assert.Equal("Item 1", Assert.Single(await ledger.ListFatesAsync(Path, first.Version, TestPipeline.Token)).Title);
    }

    [Fact]
    public async Task No_more_versions_are_kept_than_are_set()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var settings = pipeline.Get<StorageSettings>() with { KeptVersions = 2 };
        var ledger = new LedgerStore(new StorageAccount(settings), TimeProvider.System);
        foreach (var number in Enumerable.Range(1, 5))
        {
            var version = $"v{number}";
            await ledger.RecordFileAsync(Record(version, pipeline.Time.GetUtcNow().AddMinutes(number)), TestPipeline.Token);
            await ledger.RecordFateAsync(
                new EntryFate(new EntryOrigin(Path, version, 0), Fate.Stored, null, null, version), TestPipeline.Token);
        }

        Assert.Equal(["v4", "v3"], (await ledger.ListVersionsAsync(Path, TestPipeline.Token)).Select(file => file.Version));
        Assert.Empty(await ledger.ListFatesAsync(Path, "v1", TestPipeline.Token));
        Assert.Single(await ledger.ListFatesAsync(Path, "v3", TestPipeline.Token));
    }

    [Fact]
    public async Task An_entry_that_failed_in_an_overwritten_version_is_replayed_without_its_file()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await pipeline.Account.Incoming.GetBlobClient(Path).UploadAsync(new BinaryData(Feed(1)), TestPipeline.Token);
        await pipeline.Get<ParseStage>().ParseAsync(Path, TestPipeline.Token);
        var message = (await pipeline.Account.Queue.ReceiveMessageAsync(cancellationToken: TestPipeline.Token)).Value;
        await pipeline.Get<EntryReceiver>().FailAsync(message.Body, "the store was away", TestPipeline.Token);
        await pipeline.Account.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestPipeline.Token);
        var first = (await pipeline.Get<LedgerStore>().FindFileAsync(Path, TestPipeline.Token))!;
        await pipeline.DropAsync(Path, Feed(2));

        Assert.Equal(1, await pipeline.Get<Replay>().ReplayVersionAsync(first, TestPipeline.Token));
        await pipeline.DrainAsync();

        Assert.Equal(
            Fate.Stored, Assert.Single(await pipeline.Get<LedgerStore>().ListFatesAsync(Path, first.Version, TestPipeline.Token)).Fate);
        Assert.Equal(2, (await pipeline.ListAsync()).Count);
    }

    private static FileRecord Record(string version, DateTimeOffset at) =>
        new() { Path = Path, Version = version, Source = "feed", ReceivedAt = at, State = FileState.Settled, EntryCount = 1 };

    private static string Feed(int number) =>
        $$"""
        {"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
          {"id":"{{number}}","url":"https://feed.example/{{number}}","title":"Item {{number}}","content_text":"Text {{number}}."}]}
        """;
}
