using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching.Tests.Web;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Rounds;
using Pipeline.TestSupport;

namespace Pipeline.Fetching.Tests;

/// <summary>Rounds of several instances, and of ones that die.</summary>
public sealed class RoundTests(EmulatorFixture emulator)
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_share_the_work_and_no_feed_is_fetched_by_two()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        var prefix = emulator.NextPrefix();
        await using var one = await FollowAsync(web, time, prefix);
        await using var other = await FollowAsync(web, time, prefix);
        var feeds = Enumerable.Range(0, 40).Select(i => Serve(web, $"f{i}")).ToList();
        await one.SubscribeAsync(feeds, Stop);

        await Follower.RunRoundsAsync([one, other, one, other, one, other], Stop);

        Assert.Equal(40, web.Asked.Count);
        Assert.Equal(40, web.Asked.DistinctBy(request => request.Host).Count());
    }

    [Fact]
    public async Task What_was_dropped_by_a_process_that_died_is_fetched_again_and_comes_once()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix());
        await follower.SubscribeAsync([Serve(web, "coast")], Stop);
        await follower.Get<SubscriptionLists>().TakeUpAsync(Stop);
        var feed = Assert.Single(await follower.Store.ListAsync(Stop));

        // It fetched and dropped, and was killed before it saved: the lease is all that is left.
        var bucket = Assert.Single((await follower.Store.FindDueAsync(Monday, Stop)).Buckets);
        Assert.NotNull(await follower.Store.TryLeaseAsync(bucket, Monday, Monday + TimeSpan.FromMinutes(5), Stop));
        await follower.Get<FeedVisit>().VisitAsync(feed, Stop);
        await follower.RunRoundAsync(Stop);
        Assert.Single(web.Asked);

        time.Advance(TimeSpan.FromMinutes(6));
        await follower.RunRoundAsync(Stop);
        await follower.IngestAsync(Stop);

        Assert.Equal(2, web.Asked.Count);
        var saved = Assert.Single(await follower.Store.ListAsync(Stop)).State;
        Assert.Equal((1, 3), (saved.Files, saved.Entries));
    }

    [Fact]
    public async Task Whoever_lost_the_lease_saves_nothing()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix());
        await follower.SubscribeAsync([Serve(web, "coast")], Stop);
        await follower.Get<SubscriptionLists>().TakeUpAsync(Stop);
        var (store, feed) = (follower.Store, Assert.Single(await follower.Store.ListAsync(Stop)));
        var bucket = Assert.Single((await store.FindDueAsync(Monday, Stop)).Buckets);
        var slow = (await store.TryLeaseAsync(bucket, Monday, Monday + TimeSpan.FromMinutes(5), Stop))!;
        Assert.Null(await store.TryLeaseAsync(bucket, Monday, Monday + TimeSpan.FromMinutes(5), Stop));

        var later = Monday + TimeSpan.FromMinutes(6);
        Assert.NotNull(await store.TryLeaseAsync(bucket, later, later + TimeSpan.FromMinutes(5), Stop));

        Assert.Null(await store.SaveAsync(slow, [feed with { State = feed.State with { Entries = 7 } }], later, Stop));
        Assert.Equal(0, Assert.Single(await store.ListAsync(Stop)).State.Entries);
    }

    [Fact]
    public async Task A_feed_that_is_unsubscribed_while_it_is_fetched_stays_away()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix());
        var lists = follower.Get<SubscriptionLists>();
        var address = web.Address("coast.test", "/feed");
        web.Serve("coast.test", async context =>
        {
            await lists.RemoveAsync(new Subscription(address).Id, Stop);
            await lists.TakeUpAsync(Stop);
            await PublishedFeed.AnswerAsync(context, Feed("coast").Rss(Monday), "text/xml");
        });
        await follower.SubscribeAsync([address, Serve(web, "valley")], Stop);

        await follower.RunRoundAsync(Stop);

        Assert.Equal("valley.test", Assert.Single(await follower.Store.ListAsync(Stop)).Subscription.Source);
    }

    [Fact]
    public async Task A_file_that_waits_to_be_read_is_not_overwritten()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix());
        var feed = Feed("coast") with { Every = TimeSpan.FromHours(1), End = Monday + TimeSpan.FromDays(1) };
        web.Serve("coast.test", context => PublishedFeed.AnswerAsync(context, feed.Rss(time.GetUtcNow()), "text/xml"));
        await follower.SubscribeAsync([web.Address("coast.test", "/feed")], Stop);

        await follower.RunRoundAsync(Stop);
        time.Advance(TimeSpan.FromHours(12));
        await follower.RunRoundAsync(Stop);
        var waiting = await CountAsync(follower.Account.Incoming);
        await follower.IngestAsync(Stop);
        time.Advance(TimeSpan.FromHours(6));
        await follower.RunRoundAsync(Stop);

        Assert.Equal(2, waiting);
        Assert.Equal(2, await CountAsync(follower.Account.Incoming));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_unsubscribes_nothing_and_says_so()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix());
        var lists = follower.Get<SubscriptionLists>();
        await follower.SubscribeAsync([Serve(web, "coast")], Stop);
        await lists.TakeUpAsync(Stop);

        await lists.PutAsync("list.opml", "<html>an error page</html>"u8.ToArray(), Stop);
        await lists.TakeUpAsync(Stop);

        Assert.Single(await follower.Store.ListAsync(Stop));
        Assert.Equal(["list.opml: it is no OPML that can be read"], await lists.ListNotesAsync(Stop));
    }

    [Fact]
    public async Task Nothing_is_fetched_where_following_is_switched_off()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        await using var follower = await FollowAsync(web, time, emulator.NextPrefix(), settings => settings with { IsOn = false });
        await follower.SubscribeAsync([Serve(web, "coast")], Stop);

        await follower.RunRoundAsync(Stop);

        Assert.Empty(web.Asked);
    }

    private Task<Follower> FollowAsync(
        TestWeb web, FakeTimeProvider time, string prefix, Func<SubscriptionSettings, SubscriptionSettings>? change = null)
    {
        var settings = new SubscriptionSettings
        {
            Ports = [web.Port],
            AllowedNetworks = ["127.0.0.0/8"],
            HostPause = TimeSpan.Zero,
        };
        return Follower.StartAsync(emulator, prefix, time, change?.Invoke(settings) ?? settings, TestWeb.Resolver(), Stop);
    }

    private static Uri Serve(TestWeb web, string name)
    {
        web.Serve($"{name}.test", context => PublishedFeed.AnswerAsync(context, Feed(name).Rss(Monday), "text/xml"));
        return web.Address($"{name}.test", "/feed");
    }

    private static PublishedFeed Feed(string name) => new(name, Monday - TimeSpan.FromHours(48), TimeSpan.FromHours(24), Monday);

    private static async Task<int> CountAsync(BlobContainerClient container)
    {
        var count = 0;
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: Stop))
            count++;
        return count;
    }
}
