using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Fetching;
using Pipeline.Storage;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Benchmarks.Subscriptions;

/// <summary>One instance that follows feeds over the emulator.</summary>
internal sealed class SubscriptionsRun(PipelineInstance instance, UnchangedWeb web, TextWriter output) : IAsyncDisposable
{
    // What a feed of forty entries has in its state: two bodies' hashes.
    private const int KnownBytes = 80 * 8;

    public static async Task<SubscriptionsRun> StartAsync(
        string connection, UnchangedWeb web, TextWriter output, CancellationToken cancellationToken)
    {
        var settings = new SubscriptionSettings
        {
            Ports = [web.Port],
            AllowedNetworks = ["127.0.0.0/8"],
            RoundTime = TimeSpan.FromMinutes(30),
        };
        var prefix = string.Create(CultureInfo.InvariantCulture, $"subs{Environment.ProcessId}");
        var services = new ServiceCollection()
            .AddSingleton(UnchangedWeb.Resolve)
            .AddPipelineStages(new PipelineSettings { Subscriptions = settings })
            .AddPipelineStorage(PipelineInstance.NameStorage(connection, prefix))
            .AddPipelineFetching()
            .BuildServiceProvider();
        var instance = new PipelineInstance(services);
        await instance.Account.CreateAsync(cancellationToken);
        return new SubscriptionsRun(instance, web, output);
    }

    /// <summary>Subscribes to feeds and gives each the state of one that was fetched before and is due.</summary>
    public async Task FollowAsync(int feeds, CancellationToken cancellationToken)
    {
        var listed = Enumerable.Range(0, feeds).Select(i =>
            new Subscription(new Uri($"http://feed{i}.test:{web.Port}/feed.xml")) { Title = $"Feed {i}" });
        var lists = instance.Get<SubscriptionLists>();
        await lists.PutAsync("list", OpmlDocument.Write(listed, address => address.AbsoluteUri), cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await lists.TakeUpAsync(cancellationToken);
        await output.WriteLineAsync($"a list of {feeds} feeds taken up in {Seconds(started)}");
        var store = instance.Get<SubscriptionStore>();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var bucket in (await store.FindDueAsync(now, cancellationToken)).Buckets)
        {
            var lease = (await store.TryLeaseAsync(bucket, now, now.AddMinutes(5), cancellationToken))!;
            foreach (var some in (await store.ListDueAsync(bucket, now, cancellationToken)).Chunk(BucketLease.MaxFeeds))
                lease = (await store.SaveAsync(lease, [.. some.Select(feed => Fetched(feed, now))], now.AddMinutes(5), cancellationToken))!;
            await store.ReleaseAsync(lease, cancellationToken);
        }
    }

    /// <summary>Runs a round. Returns how many blobs it wrote.</summary>
    public async Task<long> MeasureAsync(string what, CancellationToken cancellationToken)
    {
        var before = instance.Account.Operations.Counts;
        var started = Stopwatch.GetTimestamp();
        await instance.Get<SubscriptionRound>().RunAsync(cancellationToken);
        var elapsed = Seconds(started);
        var cost = instance.Account.Operations.Counts
            .Select(kind => (kind.Key, Count: kind.Value - before.GetValueOrDefault(kind.Key))).Where(kind => kind.Count > 0)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        await output.WriteLineAsync($"{what}: {cost.Sum(kind => kind.Count)} operations in {elapsed}");
        foreach (var (kind, count) in cost)
            await output.WriteLineAsync($"  {kind,-20}{count,8}");
        return cost.Where(kind => kind.Key == "blob PUT").Sum(kind => kind.Count);
    }

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    private static FollowedFeed Fetched(FollowedFeed feed, DateTimeOffset now) => feed with
    {
        State = new SubscriptionState
        {
            Next = now - TimeSpan.FromMinutes(1),
            ETag = UnchangedWeb.Tag,
            ContentHash = new string('0', 64),
            Known = [.. Enumerable.Range(0, KnownBytes).Select(i => (byte)(i * feed.Subscription.Id[i % 26]))],
            Changes = [.. Enumerable.Range(1, 20).Select(i => now - TimeSpan.FromHours(6 * i))],
            LastTried = now - TimeSpan.FromHours(3),
            LastSuccess = now - TimeSpan.FromHours(3),
            Title = feed.Subscription.Title,
            Files = 20,
            Entries = 100,
        },
    };

    private static string Seconds(long started) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
}
