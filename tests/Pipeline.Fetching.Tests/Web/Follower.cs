using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Benchmarks;
using Pipeline.Fetching.Guarding;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.Storage;
using Pipeline.Storage.Account;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;
using Pipeline.Subscriptions.Rounds;
using Pipeline.TestSupport;

namespace Pipeline.Fetching.Tests.Web;

/// <summary>The whole pipeline over the emulator as one instance that follows feeds, with a clock that runs only while it works.</summary>
internal sealed class Follower : IAsyncDisposable
{
    // At least a hundredth of this passes outside.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly PipelineInstance instance;
    private readonly FakeTimeProvider time;
    private readonly Dictionary<string, string> parsed = new(StringComparer.Ordinal);

    private Follower(PipelineInstance instance, FakeTimeProvider time) => (this.instance, this.time) = (instance, time);

    public SubscriptionStore Store => Get<SubscriptionStore>();

    public StorageAccount Account => instance.Account;

    public static async Task<Follower> StartAsync(
        EmulatorFixture emulator, string prefix, FakeTimeProvider time, SubscriptionSettings settings, ResolveHost resolve,
        CancellationToken cancellationToken)
    {
        var storage = PipelineInstance.NameStorage(emulator.ConnectionString, prefix) with { KeptVersions = 100 };
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(resolve)
            .AddPipelineStages(new PipelineSettings { Subscriptions = settings })
            .AddPipelineStorage(storage)
            .AddPipelineFetching()
            .BuildServiceProvider();
        var follower = new Follower(new PipelineInstance(services), time);
        await follower.Account.CreateAsync(cancellationToken);
        return follower;
    }

    public T Get<T>()
        where T : notnull => instance.Get<T>();

    public Task SubscribeAsync(IEnumerable<Uri> addresses, CancellationToken cancellationToken) => Get<SubscriptionLists>().PutAsync(
        "list.opml", OpmlDocument.Write(addresses.Select(address => new Subscription(address)), address => address.OriginalString),
        cancellationToken);

    /// <summary>One round, while which the clock runs.</summary>
    public Task RunRoundAsync(CancellationToken cancellationToken) => RunRoundsAsync([this], cancellationToken);

    /// <summary>A round of each, at the same time, by one clock.</summary>
    public static Task RunRoundsAsync(IReadOnlyList<Follower> followers, CancellationToken cancellationToken) =>
        followers[0].RunClockAsync(
            () => Task.WhenAll(followers.Select(follower => follower.Get<SubscriptionRound>().RunAsync(cancellationToken))),
            cancellationToken);

    /// <summary>What the blob trigger, the queue trigger and the timer do: takes what was dropped to its fates.</summary>
    public Task IngestAsync(CancellationToken cancellationToken) => RunClockAsync(() => TakeInAsync(cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    private async Task TakeInAsync(CancellationToken cancellationToken)
    {
        var isNew = false;
        await foreach (var blob in Account.Incoming.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var tag = blob.Properties.ETag.ToString()!;
            if (parsed.GetValueOrDefault(blob.Name) == tag)
                continue;
            (parsed[blob.Name], isNew) = (tag, true);
            await Get<ParseStage>().ParseAsync(blob.Name, cancellationToken);
        }

        if (!isNew)
            return;
        await instance.DrainAsync(cancellationToken);
        await Get<Sweeper>().SettleAsync(cancellationToken);
    }

    // A pause until others join a transaction ends by this clock too.
    private async Task RunClockAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        var running = Task.Run(work, cancellationToken);
        while (!running.IsCompleted)
        {
            time.Advance(Tick);
            await Task.WhenAny(running, Task.Delay(1, cancellationToken));
        }

        await running;
    }
}
