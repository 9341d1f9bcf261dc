using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pipeline.Benchmarks;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>Files and figures, and what a key opens.</summary>
[Collection(nameof(PageTests))]
public sealed class PagesTests(PageNewsroom shared, EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_from_the_figures_to_the_articles_of_a_source_and_a_keyword()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/figures");

        await page.GetByRole(AriaRole.Link, new() { Name = "town", Exact = true }).ClickAsync();
        await Expect(page.Locator(".card-title")).ToHaveTextAsync([NewsFeed.LibraryTitle]);
        await page.GoBackAsync();
        var keyword = page.Locator(".page .chips a").First;
        var name = (await keyword.TextContentAsync())!;
        await keyword.ClickAsync();
        await Expect(page.Locator(".narrowed")).ToContainTextAsync($"Keyword {name}");
        await Expect(page.Locator(".card").First).ToBeVisibleAsync();
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Narrows_the_files_to_a_source_in_the_address()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/files");
        var files = page.Locator("tbody th");

        await Expect(files).ToHaveCountAsync(NewsFeed.Drops.Count);
        await page.GetByLabel("Source").SelectOptionAsync("town");
        await Expect(files).ToHaveTextAsync(["town/feed.json"]);
        await page.ReloadAsync();
        await Expect(files).ToHaveTextAsync(["town/feed.json"]);
        await Expect(page.GetByLabel("Source")).ToHaveValueAsync("town");
    }

    [Fact]
    public async Task Uploads_a_file_and_shows_its_receipt()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);
        var page = await browser.OpenAsync(room, hash: "#/files");
        await GiveAsync(page, "read");
        await UploadAsync(page);
        await Expect(page.Locator(".receipt")).ToContainTextAsync("a reader key can only read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Key", Exact = true }).ClickAsync();
        await GiveAsync(page, "admin");
        await UploadAsync(page);

        await Expect(page.Locator(".receipt")).ToContainTextAsync("It waits to be read");
        await room.Services.GetRequiredService<ParseStage>().ParseAsync("desk/post.md", Stop);
        await new PipelineInstance(room.Services).DrainAsync(Stop);
        await room.Services.GetRequiredService<Sweeper>().SettleAsync(Stop);
        await Expect(page.Locator(".receipt .pill.settled")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Expect(page.Locator(".receipt")).ToContainTextAsync("Harbour closes");
        await Expect(page.Locator("tbody th[scope=row]").GetByText("desk/post.md")).ToBeVisibleAsync();
        await ReaderBrowser.PictureAsync(page, "upload");
        Assert.All(browser.Complaints, complaint => Assert.Matches("status of 40[134]", complaint));
    }

    [Fact]
    public async Task Gives_feeds_a_token_behind_a_key_and_renews_it()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);
        var page = await browser.OpenAsync(room);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "RSS", Exact = true });
        await GiveAsync(page, "admin");

        await Expect(link).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^api/feeds/[A-Za-z0-9_-]{22}/feed.rss$"));
        var former = await link.GetAttributeAsync("href");
        Assert.Contains("<rss", await room.Client.GetStringAsync(former, Stop), StringComparison.Ordinal);
        Assert.Equal(former, await page.GetAttributeAsync("link[type='application/rss+xml']", "href"));
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Renew the token" }).ClickAsync();
        await Expect(link).Not.ToHaveAttributeAsync("href", former!);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await room.Client.GetAsync(former, Stop)).StatusCode);
        Assert.Contains(
            "<rss", await room.Client.GetStringAsync(await link.GetAttributeAsync("href"), Stop), StringComparison.Ordinal);
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.GetByText("Upload files", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Into").FillAsync("desk");
        await page.GetByLabel("Choose files").SetInputFilesAsync(new FilePayload
        {
            Name = "post.md",
            MimeType = "text/markdown",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour)),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
    }

    private static async Task GiveAsync(IPage page, string key)
    {
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
    }
}
