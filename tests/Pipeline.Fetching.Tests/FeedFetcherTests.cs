using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Fetching.Guarding;
using Pipeline.Fetching.Tests.Web;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Fetching.Tests;

public sealed class FeedFetcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_what_it_knows_says_who_asks_and_takes_304_for_an_answer()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("calm.test", context =>
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.CacheControl = "max-age=600";
            return Task.CompletedTask;
        });

        var request = new FetchRequest(web.Address("calm.test", "/feed"), false, "W/\"odd tag\"", "Mon, 02 Mar 2026 09:00:00 GMT");
        var outcome = Assert.IsType<FetchOutcome.Unchanged>(await Fetcher(web).FetchAsync(request, Stop));

        var headers = Assert.Single(web.Asked).Headers;
        Assert.Equal("W/\"odd tag\"", headers["If-None-Match"]);
        Assert.Equal("Mon, 02 Mar 2026 09:00:00 GMT", headers["If-Modified-Since"]);
        Assert.Equal("Pipeline/1.0 (+https://desk.example/about; feed reader)", headers["User-Agent"]);
        Assert.Contains("gzip", headers["Accept-Encoding"], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(10), outcome.Facts.MaxAge);
        Assert.Equal("W/\"odd tag\"", outcome.Facts.ETag);
    }

    [Fact]
    public async Task Remembers_a_redirect_only_where_every_step_of_it_is_for_good()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("a.test", context => Redirect(context, 301, web.Address("b.test", "/")));
        web.Serve("b.test", context => Redirect(context, 308, web.Address("c.test", "/")));
        web.Serve("c.test", context => context.Response.WriteAsync("here"));
        web.Serve("d.test", context => Redirect(context, 301, web.Address("e.test", "/")));
        web.Serve("e.test", context => Redirect(context, 302, web.Address("c.test", "/")));

        Assert.Equal(web.Address("c.test", "/"), (await FetchedAsync(web, "a.test")).Facts.MovedTo);
        Assert.Null((await FetchedAsync(web, "d.test")).Facts.MovedTo);
        Assert.Null((await FetchedAsync(web, "c.test")).Facts.MovedTo);
    }

    [Fact]
    public async Task Gives_credentials_to_the_host_that_they_are_listed_for_and_to_no_other()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("desk.test", context => Redirect(context, 302, web.Address("other.test", "/")));
        web.Serve("other.test", context => context.Response.WriteAsync("here"));

        await Fetcher(web).FetchAsync(Request(new Uri($"http://anna:pass%20word@desk.test:{web.Port}/feed")), Stop);

        Assert.Equal("Basic YW5uYTpwYXNzIHdvcmQ=", Assert.Single(web.Of("desk.test")).Headers["Authorization"]);
        Assert.DoesNotContain("Authorization", Assert.Single(web.Of("other.test")).Headers.Keys);
    }

    [Theory]
    [InlineData("http://inside.test:{0}/feed", "inside.test is no public address, and the settings do not allow it")]
    [InlineData("http://mapped.test:{0}/feed", "mapped.test is no public address, and the settings do not allow it")]
    [InlineData("http://metadata.test:{0}/feed", "metadata.test is no public address, and the settings do not allow it")]
    [InlineData("http://10.0.0.9:{0}/feed", "10.0.0.9 is no public address, and the settings do not allow it")]
    [InlineData("http://open.test:22/feed", "open.test:22 is not among what the settings allow")]
    [InlineData("file:///etc/passwd", "it redirects to file, which is not followed")]
    [InlineData("http://trick.test:{0}/feed", "it redirects to gopher, which is not followed")]
    [InlineData("http://door.test:{0}/feed", "metadata.test is no public address, and the settings do not allow it")]
    public async Task Asks_no_address_that_the_settings_do_not_allow(string address, string reason)
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("trick.test", context => Redirect(context, 302, new Uri("gopher://inside.test/")));
        web.Serve("door.test", context => Redirect(context, 302, web.Address("metadata.test", "/latest")));

        var outcome = await Fetcher(web).FetchAsync(
            Request(new Uri(string.Format(null, address, web.Port))), Stop);

        Assert.Equal(reason, Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
        Assert.DoesNotContain(web.Asked, request => request.Host is "metadata.test" or "inside.test" or "mapped.test");
    }

    [Fact]
    public async Task Asks_loopback_where_the_list_names_it_and_is_not_led_there_by_a_redirect()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("127.0.0.1", context => context.Response.WriteAsync("here"));
        var fetcher = Fetcher(web, settings => settings with { AllowListedLoopback = true, AllowedNetworks = [], Ports = [80] });
        var address = new Uri($"http://127.0.0.1:{web.Port}/feed");

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(address, true, null, null), Stop));
        Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(address, false, null, null), Stop));
    }

    [Fact]
    public async Task Reads_no_more_than_the_limit_of_a_body_without_an_end_and_of_one_that_unpacks_to_more()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        var written = 0L;
        web.Serve("bomb.test", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.SmallestSize);
            for (; written < 1L << 30 && !context.RequestAborted.IsCancellationRequested; written += 1 << 20)
                await packed.WriteAsync(new byte[1 << 20], context.RequestAborted);
        });

        var before = GC.GetTotalAllocatedBytes();
        var outcome = Assert.IsType<FetchOutcome.Failed>(await Fetcher(web).FetchAsync(Request(web.Address("bomb.test", "/")), Stop));

        Assert.Equal("it is larger than 64 KiB", outcome.Reason);
        Assert.True(written < 1L << 30, "all of it was asked for");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 1L << 29);
    }

    [Fact]
    public async Task Leaves_a_host_alone_for_as_long_as_it_asks()
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("busy.test", context =>
        {
            context.Response.Headers.RetryAfter = "120";
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.CompletedTask;
        });
        web.Serve("way.test", context => Redirect(context, 302, web.Address("busy.test", "/other")));
        var fetcher = Fetcher(web);

        var first = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Request(web.Address("busy.test", "/")), Stop));
        var second = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Request(web.Address("way.test", "/")), Stop));

        Assert.Equal(TimeSpan.FromMinutes(2), first.RetryAfter);
        Assert.InRange(second.RetryAfter!.Value.TotalSeconds, 100, 120);
        Assert.Single(web.Of("busy.test"));
    }

    [Theory]
    [InlineData("hangs.test", "no answer came within 1 seconds")]
    [InlineData("stalls.test", "it took more than 3 seconds")]
    [InlineData("nobody.test", "the connection failed (ConnectionError)")]
    [InlineData("unknown.test", "its host is not known (DNS)")]
    [InlineData("garbled.test", "the answer broke off or cannot be decompressed")]
    public async Task Says_in_words_what_went_wrong(string host, string reason)
    {
        await using var web = await TestWeb.StartAsync(TimeProvider.System, Stop);
        web.Serve("hangs.test", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        web.Serve("stalls.test", async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        web.Serve("garbled.test", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("this is no gzip at all");
        });
        var address = host == "nobody.test" ? new Uri("http://nobody.test:9/") : web.Address(host, "/");

        var outcome = await Fetcher(web, settings => settings with { Ports = [web.Port, 9] }).FetchAsync(Request(address), Stop);

        Assert.Equal(reason, Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    private static FetchRequest Request(Uri address) => new(address, false, null, null);

    private static async Task<FetchOutcome.Fetched> FetchedAsync(TestWeb web, string host) =>
        Assert.IsType<FetchOutcome.Fetched>(await Fetcher(web).FetchAsync(Request(web.Address(host, "/")), Stop));

    private static IFeedFetcher Fetcher(TestWeb web, Func<SubscriptionSettings, SubscriptionSettings>? change = null)
    {
        var settings = new SubscriptionSettings
        {
            Contact = "https://desk.example/about",
            Ports = [web.Port],
            AllowedNetworks = ["127.0.0.0/8"],
            HostPause = TimeSpan.Zero,
            Timeout = TimeSpan.FromSeconds(3),
            AnswerTimeout = TimeSpan.FromSeconds(1),
            RetryPause = TimeSpan.FromMilliseconds(10),
            MaxBytes = 64 * 1024,
        };
        return new ServiceCollection()
            .AddSingleton<ResolveHost>(ResolveAsync)
            .AddPipelineStages(new PipelineSettings { Subscriptions = change?.Invoke(settings) ?? settings })
            .AddPipelineFetching().BuildServiceProvider().GetRequiredService<IFeedFetcher>();
    }

    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => host == "unknown.test"
        ? throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)
        : TestWeb.Resolver(("inside.test", "192.168.1.4"), ("mapped.test", "::ffff:10.0.0.1"), ("metadata.test", "169.254.169.254"))(
            host, cancellationToken);

    private static Task Redirect(HttpContext context, int status, Uri target)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = target.AbsoluteUri;
        return Task.CompletedTask;
    }
}
