using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching.Tests.Web;
using Pipeline.Subscriptions;
using Pipeline.TestSupport;

namespace Pipeline.Fetching.Tests;

public sealed class HubAgreementTests(EmulatorFixture emulator)
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_that_a_feed_names_is_asked_once_and_again_before_its_lease_ends()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        var forms = Serve(web, time);
        await using var follower = await FollowAsync(web, time, new Uri("https://news.example/"));

        await RunAsync(follower, time, hours: 6);
        var form = Assert.Single(forms);
        Assert.Equal(("subscribe", "http://topic.test/feed"), (form["hub.mode"].ToString(), form["hub.topic"].ToString()));
        Assert.StartsWith("https://news.example/api/websub/", form["hub.callback"], StringComparison.Ordinal);

        // It verified: from here on it delivers, and is asked again when two days are left.
        var feed = Assert.Single(await follower.Store.ListAsync(Stop));
        var until = time.GetUtcNow() + TimeSpan.FromDays(5);
        Assert.True(await follower.Store.TrySaveAsync(
            feed with { State = feed.State with { Hub = feed.State.Hub! with { LeaseUntil = until } } }, Stop));
        var asked = web.Of("coast.test").Count;
        await RunAsync(follower, time, hours: 60);
        Assert.Single(forms);
        await RunAsync(follower, time, hours: 48);

        Assert.InRange(forms.Count, 2, 8);
        Assert.InRange(web.Of("coast.test").Count - asked, 3, 12);
    }

    [Fact]
    public async Task Without_a_public_address_no_hub_is_asked()
    {
        var time = new FakeTimeProvider(Monday);
        await using var web = await TestWeb.StartAsync(time, Stop);
        var forms = Serve(web, time);
        await using var follower = await FollowAsync(web, time, null);

        await RunAsync(follower, time, hours: 12);

        Assert.Empty(forms);
        Assert.True(web.Of("coast.test").Count > 2);
    }

    private static List<IFormCollection> Serve(TestWeb web, TimeProvider time)
    {
        var feed = new PublishedFeed("coast", Monday - TimeSpan.FromHours(40), TimeSpan.FromHours(4), Monday + TimeSpan.FromDays(30))
        {
            Head = $"<link xmlns=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"{web.Address("hub.test", "/")}\" />"
                + "<link xmlns=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"http://topic.test/feed\" />",
        };
        var forms = new List<IFormCollection>();
        web.Serve("coast.test", context => PublishedFeed.AnswerAsync(context, feed.Rss(time.GetUtcNow()), "text/xml"));
        web.Serve("hub.test", async context =>
        {
            forms.Add(await context.Request.ReadFormAsync(Stop));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        return forms;
    }

    private static async Task RunAsync(Follower follower, FakeTimeProvider time, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            await follower.RunRoundAsync(Stop);
        }
    }

    private async Task<Follower> FollowAsync(TestWeb web, FakeTimeProvider time, Uri? home)
    {
        var settings = new SubscriptionSettings { Ports = [web.Port], AllowedNetworks = ["127.0.0.0/8"], PublicAddress = home };
        var follower = await Follower.StartAsync(emulator, emulator.NextPrefix(), time, settings, TestWeb.Resolver(), Stop);
        await follower.SubscribeAsync([web.Address("coast.test", "/feed")], Stop);
        return follower;
    }
}
