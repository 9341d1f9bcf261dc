using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>What one does with an article.</summary>
[Collection(nameof(PageTests))]
public sealed class ArticleViewTests(PageNewsroom shared)
{
    [Fact]
    public async Task Copies_the_link_and_downloads_the_article()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser, NewsFeed.LibraryTitle);

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(page.GetByText("Copied", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("https://town.example/library", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal(NewsFeed.LibraryTitle, (await DownloadAsync(page, "Download as JSON", ".json")).GetProperty("title").GetString());
        Assert.Equal(
            NewsFeed.LibraryTitle,
            (await DownloadAsync(page, "Download as ninjs", ".ninjs")).GetProperty("headlines")[0].GetProperty("value").GetString());
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Plays_what_is_attached_and_loads_nothing_before()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url);
        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);
        await page.Locator(".card", new() { HasText = "The quay, hour by hour" }).ClickAsync();

        await Expect(page.Locator("audio")).ToHaveAttributeAsync("src", "https://wave.example/show.mp3");
        await Expect(page.Locator("video")).ToHaveAttributeAsync("src", "https://wave.example/show.mp4");
        Assert.DoesNotContain(asked, url => url.Contains("wave.example", StringComparison.Ordinal));
        await page.EvaluateAsync("() => { document.querySelector('audio').play().catch(() => {}); }");
        for (var wait = 0; wait < 50 && !asked.Contains("https://wave.example/show.mp3"); wait++)
            await page.WaitForTimeoutAsync(100);
        Assert.Contains("https://wave.example/show.mp3", asked);
        // The policy lets it load: what the dot of a picture does not do is play.
        Assert.DoesNotContain(browser.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prints_the_article_alone()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser, NewsFeed.First);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".text")).ToBeVisibleAsync();
        foreach (var left in new[] { ".bar", ".list", ".article-actions", ".members button" })
            await Expect(page.Locator(left).First).ToBeHiddenAsync();
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(29, 27, 24)");
    }

    [Fact]
    public async Task Returns_to_its_place_in_the_list_on_a_phone()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, width: 390);
        var card = page.Locator(".card").Nth(60);

        // The list is looked at once more before it is live.
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await page.EvaluateAsync("document.querySelectorAll('.card')[60].scrollIntoView({ block: 'center' })");
        var place = await page.EvaluateAsync<double>("scrollY");
        Assert.True(place > 1000, $"{place}");
        await card.ClickAsync();
        await Expect(page.Locator(".article")).ToBeVisibleAsync();
        await Expect(page.Locator(".list")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
        await page.GoBackAsync();
        await Expect(card).ToBeInViewportAsync();
        Assert.InRange(await page.EvaluateAsync<double>("scrollY"), place - 60, place + 60);
    }

    private async Task<IPage> OpenAsync(ReaderBrowser browser, string title)
    {
        var page = await browser.OpenAsync(shared.Room);
        await page.Locator(".card", new() { HasText = title }).ClickAsync();
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(title);
        return page;
    }

    private static async Task<JsonElement> DownloadAsync(IPage page, string button, string extension)
    {
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        Assert.EndsWith(extension, download.SuggestedFilename, StringComparison.Ordinal);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(
            (await download.PathAsync())!, TestContext.Current.CancellationToken)).RootElement;
    }
}
