using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Fetching.Tests.Web;

namespace Pipeline.Fetching.Tests.Weeks;

/// <summary>The sites of a week: those that publish, those that move and fail, and those that want to do harm.</summary>
internal sealed class WeekOfNews
{
    private const string Rss = "application/rss+xml";
    private static readonly TimeSpan BusyPause = TimeSpan.FromMinutes(30);

    private readonly TestWeb web;
    private readonly TimeProvider time;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;
    private DateTimeOffset busyUntil;
    private DateTimeOffset toldUntil;
    private int flaky;

    public WeekOfNews(TestWeb web, TimeProvider time)
    {
        (this.web, this.time) = (web, time);
        start = time.GetUtcNow();
        end = start + TimeSpan.FromDays(7);
        ServePublishers();
        ServeBusy();
        ServeTrouble();
    }

    /// <summary>The feeds by the subscription's address, with everything that each published.</summary>
    public Dictionary<Uri, PublishedFeed> Feeds { get; } = [];

    /// <summary>The addresses that never bring anything.</summary>
    public List<Uri> Troubles { get; } = [];

    /// <summary>Requests to the busy host before it wanted to be asked again.</summary>
    public int TooEarly { get; private set; }

    public IEnumerable<Uri> Addresses => [.. Feeds.Keys, .. Troubles];

    private void ServePublishers()
    {
        var steady = Add("steady", "/feed.xml", 6, new() { ["ttl"] = "<ttl>60</ttl>" });
        web.Serve("steady.test", context => PublishedFeed.AnswerAsync(context, steady.Rss(time.GetUtcNow()).Replace(
            $"{time.GetUtcNow():R}", "", StringComparison.Ordinal), Rss));
        var daily = Add("daily", "/atom", 24) with { AtOnce = 3 };
        Feeds[web.Address("daily.test", "/atom")] = daily;
        web.Serve("daily.test", context => ZippedAsync(context, daily.Atom(time.GetUtcNow())));
        var moved = Add("moved", "/old", 12);
        web.Serve("moved.test", context => Redirect(context, web.Address("new.test", "/feed.json"), 301));
        web.Serve("new.test", context => PublishedFeed.AnswerAsync(context, moved.Json(time.GetUtcNow()), "application/feed+json"));
        var hop = Add("hop", "/feed", 12);
        web.Serve("hop.test", context => context.Request.Path == "/feed"
            ? Redirect(context, web.Address("hop.test", "/real"), 302)
            : PublishedFeed.AnswerAsync(context, hop.Rss(time.GetUtcNow()), Rss));
        var shuffled = Add("shuffled", "/feed", 24);
        web.Serve("shuffled.test", context => PublishedFeed.AnswerAsync(
            context, shuffled.Rss(time.GetUtcNow(), isShuffled: true), Rss, isTagged: false));
        var page = Add("page", "/", 12);
        web.Serve("page.test", context => context.Request.Path == "/"
            ? PublishedFeed.AnswerAsync(context, "<!DOCTYPE html><html><head><title>Page</title>"
                + "<link rel=alternate type=application/rss+xml href=/feed.xml></head><body>News</body></html>", "text/html")
            : PublishedFeed.AnswerAsync(context, page.Rss(time.GetUtcNow()), Rss));
        var broken = Add("flaky", "/feed", 12);
        web.Serve("flaky.test", context => Interlocked.Increment(ref flaky) % 3 == 2
            ? Status(context, 500) : PublishedFeed.AnswerAsync(context, broken.Rss(time.GetUtcNow()), Rss));
        var ended = Add("ended", "/feed", 12) with { End = start + TimeSpan.FromHours(1) };
        Feeds[web.Address("ended.test", "/feed")] = ended;
        web.Serve("ended.test", context => time.GetUtcNow() > start + TimeSpan.FromDays(2)
            ? Status(context, 410) : PublishedFeed.AnswerAsync(context, ended.Rss(time.GetUtcNow()), Rss));
    }

    // One request in half an hour for all three feeds.
    private void ServeBusy()
    {
        var feeds = new[] { "a", "b", "c" }.ToDictionary(name => $"/{name}", name => Add($"busy{name}", $"/{name}", 24, host: "busy"));
        web.Serve("busy.test", context =>
        {
            var now = time.GetUtcNow();
            lock (feeds)
            {
                if (now < busyUntil)
                {
                    // The first one too many is told; whoever was told and comes all the same does not listen.
                    TooEarly += toldUntil > now ? 1 : 0;
                    toldUntil = busyUntil;
                    var seconds = (int)Math.Ceiling((busyUntil - now).TotalSeconds);
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                    return Status(context, 429);
                }

                busyUntil = now + BusyPause;
            }

            return PublishedFeed.AnswerAsync(context, feeds[context.Request.Path].Rss(now), Rss);
        });
    }

    private void ServeTrouble()
    {
        Trouble("hangs", context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        Trouble("endless", async context =>
        {
            var part = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });
        Trouble("bomb", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
                await packed.WriteAsync(zeros, context.RequestAborted);
        });
        Trouble("picture", context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(new byte[] { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13 }).AsTask();
        });
        Trouble("broken", context => Status(context, 500));
        Trouble("loop", context => Redirect(context, web.Address("loop.test", "/feed"), 302));
        Trouble("trick", context => Redirect(context, web.Address("inside.test", "/feed"), 302));
        Trouble("inside", context => Status(context, 200));
        Trouble("speechless", context => PublishedFeed.AnswerAsync(
            context, "<!DOCTYPE html><html><body>Nothing here</body></html>", "text/html"));
    }

    private PublishedFeed Add(string name, string path, int hours, Dictionary<string, string>? head = null, string? host = null)
    {
        var feed = new PublishedFeed(name, start - TimeSpan.FromHours(hours * 2), TimeSpan.FromHours(hours), end)
        {
            Head = string.Concat(head?.Values ?? Enumerable.Empty<string>()),
        };
        Feeds[web.Address($"{host ?? name}.test", path)] = feed;
        return feed;
    }

    private void Trouble(string name, RequestDelegate site)
    {
        web.Serve($"{name}.test", site);
        Troubles.Add(web.Address($"{name}.test", "/feed"));
    }

    private static async Task ZippedAsync(HttpContext context, string body)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.Headers.CacheControl = "max-age=1800";
        context.Response.ContentType = "application/atom+xml";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    private static Task Redirect(HttpContext context, Uri target, int status)
    {
        context.Response.Headers.Location = target.AbsoluteUri;
        return Status(context, status);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
