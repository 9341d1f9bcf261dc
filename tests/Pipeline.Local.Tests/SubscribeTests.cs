using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Local.Tests;

/// <summary>The commands that follow feeds, against a feed on this machine.</summary>
public sealed class SubscribeTests(RunningPipeline pipeline)
{
    private const string Page =
        "<html><head><title>Pier</title><link rel=alternate type=application/rss+xml href=/feed.xml></head><body>Pier</body></html>";

    [Fact]
    public async Task A_feed_that_is_subscribed_to_shows_at_the_endpoint_and_in_the_list_until_it_is_unsubscribed()
    {
        await using var web = await ServeAsync("pier");
        var address = $"{web.Urls.Single()}/feed.xml";

        var (exitCode, output, errors) = await RunAsync("subscribe", address, "--source", "pier");
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("2 entries, as pier/subscriptions/", output, StringComparison.Ordinal);
        var articles = await WaitAsync(() => pipeline.Local.Http.GetStringAsync("/api/articles?source=pier"), "pier opens", "railing");
        Assert.Contains("Pier opens for the season", articles, StringComparison.Ordinal);

        var (_, listed, _) = await RunAsync("list");
        Assert.Contains($"active  {address}  2 entries", listed, StringComparison.Ordinal);
        var (_, opml, _) = await RunAsync("list", "--opml");
        Assert.Contains($"xmlUrl=\"{address}\"", opml, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("unsubscribe", address)).ExitCode);
        Assert.DoesNotContain(address, (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("unsubscribe", address)).ExitCode);
    }

    [Fact]
    public async Task A_page_leads_to_its_feed_and_a_list_to_all_of_its_feeds()
    {
        await using var web = await ServeAsync("mole");
        var list = pipeline.Folder.Write("export.opml", $"""
            <opml version="1.0"><body><outline text="Pier" htmlUrl="{web.Urls.Single()}/" />
            <outline text="Nothing" xmlUrl="{web.Urls.Single()}/nothing" /></body></opml>
            """);

        var (exitCode, output, _) = await RunAsync("subscribe", list);

        Assert.Equal(1, exitCode);
        Assert.Contains("subscribed to 2 feeds", output, StringComparison.Ordinal);
        Assert.Contains($"(at {web.Urls.Single()}/feed.xml)  2 entries", output, StringComparison.Ordinal);
        Assert.Contains("/nothing  failed: the server answered 404 NotFound", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_cannot_be_subscribed_to()
    {
        var (exitCode, _, errors) = await RunAsync("subscribe", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.Contains("neither a file nor an address", errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        LocalProcess.RunAsync([.. arguments, "--data", pipeline.Data]);

    private static async Task<string> WaitAsync(Func<Task<string>> read, params string[] expected)
    {
        while (true)
        {
            var text = await read();
            if (expected.All(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)))
                return text;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    // Each test has a feed of its own: the same texts from two addresses are copies, of which lists show one.
    private static string WriteFeed(string subject) =>
        $"""
        <rss version="2.0"><channel><title>Pier Notes</title>
        <item><title>{char.ToUpperInvariant(subject[0])}{subject[1..]} opens for the season</title><guid>{subject}-1</guid>
        <description>The {subject} opens on Friday.</description></item>
        <item><title>New railing for the {subject}</title><guid>{subject}-2</guid>
        <description>A railing was put up on the {subject}.</description></item>
        </channel></rss>
        """;

    private static async Task<WebApplication> ServeAsync(string subject)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.MapGet("/", () => Results.Content(Page, "text/html"));
        web.MapGet("/feed.xml", () => Results.Content(WriteFeed(subject), "application/rss+xml"));
        await web.StartAsync(TestContext.Current.CancellationToken);
        return web;
    }
}
