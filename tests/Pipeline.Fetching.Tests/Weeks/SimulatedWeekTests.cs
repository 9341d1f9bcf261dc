using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Articles;
using Pipeline.Fetching.Tests.Web;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Ledger;
using Pipeline.Subscriptions;
using Pipeline.TestSupport;

namespace Pipeline.Fetching.Tests.Weeks;

/// <summary>A week of a web that publishes, moves, fails and attacks, over real HTTP and a real store, with a clock that is set.</summary>
public sealed class SimulatedWeekTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    // Everything was fetched once more by then: a day is the longest pause, and jitter adds a tenth.
    private static readonly DateTimeOffset End = Monday + TimeSpan.FromDays(8.5);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan HostPause = TimeSpan.FromSeconds(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_item_of_a_week_comes_once_and_no_host_is_asked_more_often_than_it_allows()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        var news = new WeekOfNews(web, time);
        await using var follower = await FollowAsync(web, time);
        await follower.SubscribeAsync(news.Addresses, Stop);

        var rounds = 0;
        while (time.GetUtcNow() < End)
        {
            await follower.RunRoundAsync(Stop);
            await follower.IngestAsync(Stop);
            rounds++;
            var next = (await follower.Store.ListAsync(Stop)).Min(feed => feed.State.Next);
            var now = time.GetUtcNow();
            time.SetUtcNow(next > now + Step ? next : now + Step);
        }

        var feeds = (await follower.Store.ListAsync(Stop)).ToDictionary(feed => feed.Subscription.Address);
        output.WriteLine($"{rounds} rounds, {web.Asked.Count} requests");
        await BroughtEveryItemOnceAsync(follower, news, feeds);
        AskedNoHostTooOften(web, news);
        SaysWhatIsWrong(news, feeds);
        FollowedWhatMoved(web, feeds);
    }

    private Task<Follower> FollowAsync(TestWeb web, FakeTimeProvider time) => Follower.StartAsync(
        emulator, emulator.NextPrefix(), time,
        new SubscriptionSettings
        {
            Ports = [web.Port],
            AllowedNetworks = ["127.0.0.0/8"],
            HostPause = HostPause,
            // Of the clock that is set, which runs a hundred times as fast as the servers do.
            Timeout = TimeSpan.FromHours(1),
            AnswerTimeout = TimeSpan.FromMinutes(1),
            RetryPause = TimeSpan.FromMilliseconds(10),
            MaxBytes = 1 << 20,
            Contact = "desk@example.org",
        },
        TestWeb.Resolver(("inside.test", "10.0.0.7")), Stop);

    private async Task BroughtEveryItemOnceAsync(Follower follower, WeekOfNews news, Dictionary<Uri, FollowedFeed> feeds)
    {
        var published = news.Feeds.Values.SelectMany(feed => feed.Published(End)).Order(StringComparer.Ordinal).ToList();
        var changes = await follower.Get<CatalogStore>().ListChangesAsync(0, 1000, Stop);
        var came = changes.Where(change => change.Kind == ChangeKind.New)
            .Select(change => IdOf(change.Article)).Order(StringComparer.Ordinal);
        Assert.Equal(published, came);
        Assert.DoesNotContain(changes, change => change.Kind != ChangeKind.New);

        // The figures of each subscription, of the ledger and of the web are one.
        foreach (var (address, feed) in news.Feeds)
            Assert.Equal((feed.Name, feed.Published(End).Count), (feed.Name, feeds[address].State.Entries));
        var files = (await follower.Get<LedgerStore>().ListFilesAsync(new FileQuery { Limit = 500 }, Stop)).Items;
        Assert.All(files, file => Assert.Equal(file.EntryCount, file.Fates.Values.Sum()));
        Assert.Equal(news.Feeds.Count, files.Count);
        var versions = files.Count;
        foreach (var file in files)
            versions += (await follower.Get<LedgerStore>().ListVersionsAsync(file.Path, Stop)).Count;
        Assert.Equal(feeds.Values.Sum(feed => feed.State.Files), versions);
        output.WriteLine($"{published.Count} items in {versions} files");
    }

    private void AskedNoHostTooOften(TestWeb web, WeekOfNews news)
    {
        Assert.Equal(0, news.TooEarly);
        foreach (var host in web.Asked.GroupBy(request => request.Host))
        {
            var pauses = host.Zip(host.Skip(1), (one, next) => next.At - one.At).ToList();
            Assert.All(pauses, pause => Assert.True(pause >= HostPause, $"{host.Key}: {pause}"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{host.Key}: {host.Count()} requests, the shortest pause {pauses.DefaultIfEmpty().Min()}"));
        }

        Assert.All(Pauses(web, "steady.test"), pause => Assert.True(pause >= TimeSpan.FromHours(1), $"ttl: {pause}"));
        Assert.All(Pauses(web, "daily.test"), pause => Assert.True(pause >= TimeSpan.FromMinutes(30), $"max-age: {pause}"));
        Assert.All(web.Asked, request => Assert.Contains("+desk@example.org", request.Headers["User-Agent"], StringComparison.Ordinal));
        // What fails every time is tried some twenty times in a week, and not every ten minutes.
        Assert.All(news.Troubles.Where(trouble => !trouble.Host.StartsWith("inside", StringComparison.Ordinal)
            && !trouble.Host.StartsWith("loop", StringComparison.Ordinal)), trouble => Assert.InRange(web.Of(trouble.Host).Count, 8, 25));
    }

    private static IEnumerable<TimeSpan> Pauses(TestWeb web, string host) =>
        web.Of(host).Zip(web.Of(host).Skip(1), (one, next) => next.At - one.At);

    private static void SaysWhatIsWrong(WeekOfNews news, Dictionary<Uri, FollowedFeed> feeds)
    {
        var errors = news.Troubles.ToDictionary(
            address => address.Host.Split('.')[0], address => feeds[address].State.LastError ?? "", StringComparer.Ordinal);
        Assert.Equal("no answer came within 60 seconds", errors["hangs"]);
        Assert.Equal("it is larger than 1024 KiB", errors["endless"]);
        Assert.Equal("it is larger than 1024 KiB", errors["bomb"]);
        Assert.StartsWith("what came is no feed: ", errors["picture"], StringComparison.Ordinal);
        Assert.Equal("the server answered 500 InternalServerError", errors["broken"]);
        Assert.Equal("it redirects more than 5 times", errors["loop"]);
        Assert.Equal("inside.test is no public address, and the settings do not allow it", errors["trick"]);
        Assert.Equal("inside.test is no public address, and the settings do not allow it", errors["inside"]);
        Assert.Equal("what came is a web page that names no feed", errors["speechless"]);
        Assert.All(news.Troubles, address => Assert.Equal(0, feeds[address].State.Entries));
    }

    private static void FollowedWhatMoved(TestWeb web, Dictionary<Uri, FollowedFeed> feeds)
    {
        Assert.Single(web.Of("moved.test"));
        Assert.Equal(SubscriptionHealth.Moved, feeds[web.Address("moved.test", "/old")].Judge(End));
        var hops = web.Of("hop.test").CountBy(request => request.Path).ToDictionary();
        Assert.Equal(hops["/feed"], hops["/real"]);
        Assert.Single(web.Of("page.test"), request => request.Path == "/");
        Assert.Equal(SubscriptionHealth.Gone, feeds[web.Address("ended.test", "/feed")].Judge(End));
        Assert.True(web.Of("ended.test")[^1].At < Monday + TimeSpan.FromDays(3.2));
        Assert.Empty(web.Of("inside.test"));
        // Most looks at a feed that has validators cost its server no body.
        Assert.All(web.Of("steady.test").Skip(1), request => Assert.True(request.Headers.ContainsKey("If-None-Match")));
    }

    private static string IdOf(ArticleSummary article)
    {
        var words = article.Title!.Split(' ');
        return $"{words[4]}-{words[1]}";
    }
}
