using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Subscriptions;

public sealed class SubscriptionsTests(EmulatorFixture emulator)
{
    private const string List =
        """
        <opml version="2.0"><body><outline text="Coast">
          <outline text="Harbour" type="rss" xmlUrl="https://anna:word@harbour.example/feed?token=s3cret" />
          <outline text="Lighthouse" type="rss" xmlUrl="https://lighthouse.example/atom" />
        </outline></body></opml>
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_put_read_and_put_again_without_giving_its_credentials_away_or_losing_them()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);

        var put = await PutAsync(room, List);
        var json = await room.Client.GetStringAsync("/api/subscriptions", Stop);
        var sources = await room.Client.GetStringAsync("/api/sources", Stop);
        var opml = await room.Client.GetStringAsync("/api/subscriptions?format=opml", Stop);
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions") { Headers = { { "Accept", "text/x-opml" } } };
        using var accepted = await room.Client.SendAsync(asking, Stop);

        Assert.All([await put.Content.ReadAsStringAsync(Stop), json, sources, opml], answer =>
        {
            Assert.DoesNotContain("word", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", answer, StringComparison.Ordinal);
            Assert.Contains("https://***@harbour.example/feed?token=***", answer, StringComparison.Ordinal);
        });
        Assert.Equal("text/x-opml", accepted.Content.Headers.ContentType?.MediaType);
        Assert.Equal(opml, await accepted.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(room, opml)).StatusCode);
        var feeds = await room.Services.GetRequiredService<SubscriptionStore>().ListAsync(Stop);
        Assert.Equal(
            ["https://anna:word@harbour.example/feed?token=s3cret", "https://lighthouse.example/atom"],
            feeds.Select(feed => feed.Subscription.Address.OriginalString).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Putting_a_list_replaces_every_other_and_keeps_the_state_of_what_stays()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await PutAsync(room, List);
        var store = room.Services.GetRequiredService<SubscriptionStore>();
        var harbour = (await store.ListAsync(Stop)).Single(feed => feed.Subscription.Title == "Harbour");
        Assert.True(await store.TrySaveAsync(harbour with { State = harbour.State with { Entries = 12, LastTried = Moment } }, Stop));
        await room.Services.GetRequiredService<SubscriptionLists>().AddAsync(new Subscription(new Uri("https://valley.example/")), Stop);

        var answer = await PutAsync(room, """
            <opml><body><outline text="Port" xmlUrl="https://anna:word@harbour.example/feed?token=s3cret" /></body></opml>
            """);

        var item = Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("items")
            .EnumerateArray());
        Assert.Equal(("Port", 12), (item.GetProperty("title").GetString(), item.GetProperty("entries").GetInt32()));
    }

    [Theory]
    [InlineData("<html>no list</html>", "no list of feeds")]
    [InlineData("<opml><body><outline xmlUrl='https://***@nobody.example/feed'/></body></opml>", "without its credentials")]
    public async Task Refuses_what_is_no_list_or_lacks_credentials(string body, string detail)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);

        var answer = await PutAsync(room, body);

        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.BadRequest, "bad-body");
    }

    [Fact]
    public async Task Lets_an_admin_alone_see_and_replace_the_list()
    {
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);

        using var read = new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions") { Headers = { { "x-functions-key", "read" } } };
        using var write = new HttpRequestMessage(HttpMethod.Put, "/api/subscriptions") { Headers = { { "x-functions-key", "read" } } };
        using var admin = new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions") { Headers = { { "x-functions-key", "admin" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await room.Client.SendAsync(read, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await room.Client.SendAsync(write, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await room.Client.SendAsync(admin, Stop)).StatusCode);
    }

    [Fact]
    public async Task Sources_show_how_each_subscription_is_doing_and_those_that_fail_first()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await PutAsync(room, List);
        var store = room.Services.GetRequiredService<SubscriptionStore>();
        var lighthouse = (await store.ListAsync(Stop)).Single(feed => feed.Subscription.Title == "Lighthouse");
        await store.TrySaveAsync(lighthouse with
        {
            State = new SubscriptionState
            {
                LastTried = Moment,
                LastSuccess = Moment.AddDays(-1),
                LastError = "its host is not known (DNS)",
                Failures = 3,
                Next = TimeProvider.System.GetUtcNow().AddHours(1),
                Changes = [Moment.AddDays(-1), Moment.AddDays(-2)],
                Files = 4,
                Entries = 9,
            },
        }, Stop);

        var sources = await room.GetAsync("/api/sources", Stop);
        var first = sources.GetProperty("subscriptions")[0];

        Assert.Equal(2, sources.GetProperty("subscriptionCount").GetInt32());
        Assert.Equal("its host is not known (DNS)", first.GetProperty("lastError").GetString());
        Assert.Equal((4, 9, 3), (first.GetProperty("files").GetInt32(), first.GetProperty("entries").GetInt32(),
            first.GetProperty("failures").GetInt32()));
        Assert.True(first.TryGetProperty("next", out _) && first.TryGetProperty("changesEverySeconds", out _));
        Assert.Equal("waiting", sources.GetProperty("subscriptions")[1].GetProperty("health").GetString());
    }

    private static DateTimeOffset Moment { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static Task<HttpResponseMessage> PutAsync(TestNewsroom room, string body) =>
        room.Client.PutAsync("/api/subscriptions", new StringContent(body, Encoding.UTF8, "text/x-opml"), Stop);
}
