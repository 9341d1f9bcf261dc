using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Hubs;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Subscriptions;

/// <summary>What a hub may and may not do.</summary>
public sealed class HubTests(EmulatorFixture emulator)
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Quay</title><link rel="hub" href="https://hub.example/" />
        <item><title>Quay is paved</title><guid>quay-1</guid><description>The quay was paved this week.</description></item></channel></rss>
        """;

    private static readonly Uri Address = new("https://quay.example/feed");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_confirms_what_was_asked_for_and_nothing_else()
    {
        await using var room = await OpenAsync();
        var callback = await CallbackAsync(room);

        Assert.Equal("abc", await room.Client.GetStringAsync(
            $"{callback}?hub.mode=subscribe&hub.topic={Address}&hub.challenge=abc&hub.lease_seconds=86400", Stop));
        string[] unasked =
        [
            $"{callback}?hub.mode=subscribe&hub.topic=https://a.example/&hub.challenge=x",
            $"{callback}?hub.mode=unsubscribe&hub.topic={Address}&hub.challenge=x",
            $"{callback}x?hub.mode=subscribe&hub.topic={Address}&hub.challenge=x",
        ];
        foreach (var address in unasked)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room, address));

        var lease = (await FeedAsync(room)).State.Hub!.LeaseUntil - TimeProvider.System.GetUtcNow();
        Assert.InRange(lease!.Value.TotalHours, 23, 24);

        await room.Client.GetStringAsync($"{callback}?hub.mode=denied&hub.topic={Address}&hub.reason=closed", Stop);
        Assert.Equal("the hub refuses: closed", (await FeedAsync(room)).State.Hub!.Error);
    }

    [Fact]
    public async Task A_delivery_that_is_signed_is_dropped_as_if_it_had_been_fetched_and_once_only()
    {
        await using var room = await OpenAsync();
        var callback = await CallbackAsync(room);

        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(room, callback, "sha256=00"));
        Assert.Equal(0, (await FeedAsync(room)).State.Entries);
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(room, callback, await SignAsync(room)));
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(room, callback, await SignAsync(room)));

        var feed = await FeedAsync(room);
        Assert.Equal((1, 1), (feed.State.Files, feed.State.Entries));
        Assert.Equal(HttpStatusCode.NotFound, await DeliverAsync(room, callback + "x", await SignAsync(room)));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestNewsroom room, string address) =>
        (await room.Client.GetAsync(address, Stop)).StatusCode;

    private static async Task<HttpStatusCode> DeliverAsync(TestNewsroom room, string callback, string signature)
    {
        using var content = new StringContent(Feed, Encoding.UTF8, "text/xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = content };
        request.Headers.Add("X-Hub-Signature", signature);
        return (await room.Client.SendAsync(request, Stop)).StatusCode;
    }

    private static async Task<string> SignAsync(TestNewsroom room)
    {
        var keys = await KeysAsync(room);
        var key = Encoding.UTF8.GetBytes(keys.Secret(new Subscription(Address).Id));
        return $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Feed)))}";
    }

    private static async Task<string> CallbackAsync(TestNewsroom room)
    {
        var id = new Subscription(Address).Id;
        return $"/api/websub/{id}/{(await KeysAsync(room)).Token(id)}";
    }

    private static async Task<HubKeys> KeysAsync(TestNewsroom room) =>
        new(await room.Services.GetRequiredService<IHubSecret>().FindAsync(Stop));

    private static async Task<FollowedFeed> FeedAsync(TestNewsroom room) =>
        Assert.Single(await room.Services.GetRequiredService<SubscriptionStore>().ListAsync(Stop));

    private async Task<TestNewsroom> OpenAsync()
    {
        var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        var lists = room.Services.GetRequiredService<SubscriptionLists>();
        await lists.AddAsync(new Subscription(Address), Stop);
        await lists.TakeUpAsync(Stop);
        var feed = await FeedAsync(room);
        var asked = feed.State with { Hub = new HubState(new Uri("https://hub.example/"), Address) };
        Assert.True(await room.Services.GetRequiredService<SubscriptionStore>().TrySaveAsync(feed with { State = asked }, Stop));
        return room;
    }
}
