using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests;

[Collection(nameof(ReadingTests))]
public sealed class ReaderTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_the_page_under_a_policy_without_exceptions()
    {
        using var response = await shared.Room.Client.GetAsync("/", Stop);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>Reads as a person does, in a real browser; where there is none it says so and is done.</summary>
    [Fact]
    public async Task Reads_in_a_browser_without_an_error()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);

        await ReadsAClusterAsync(page);
        await ShowsHostileTextAsTextAsync(page);
        await SearchesAndFiltersAsync(page);
        await ShowsFilesAndFiguresAsync(page);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Shows_what_the_last_filter_lets_through_however_late_the_answer_to_an_earlier_one_is()
    {
        const string Earlier = "**/api/articles?*source=souk*";
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var held = new TaskCompletionSource();
        await page.RouteAsync(Earlier, async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Source").SelectOptionAsync("souk");
        await page.GetByLabel("Source").SelectOptionAsync("coast");
        await Assertions.Expect(page.Locator(".card .source")).ToHaveTextAsync((string[])["coast"]);
        var late = page.WaitForResponseAsync(Earlier);
        held.SetResult();
        await (await late).FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 200))");

        await Assertions.Expect(page.Locator(".card .source")).ToHaveTextAsync((string[])["coast"]);
    }

    private static async Task ReadsAClusterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Harbour closes" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Coast Daily" })).ToHaveAttributeAsync(
            "href", await page.EvaluateAsync<string>("location.hash"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with local" }).ClickAsync();
        Assert.Equal("found", (await page.Locator(".difference del").First.TextContentAsync())!.Trim());
        Assert.Equal("discovered", (await page.Locator(".difference ins").First.TextContentAsync())!.Trim());
    }

    private static async Task ShowsHostileTextAsTextAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "broken" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".article h2")).ToHaveTextAsync(Stories.HostileTitle);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "one that does", Exact = true })).ToHaveAttributeAsync(
            "href", "https://example.com/?a=1&b=2");
        Assert.Equal(
            0, await page.Locator("main script, main iframe, main [onclick], main [onerror], main a[href^='javascript']").CountAsync());
        Assert.NotEqual("broken", await page.TitleAsync());
    }

    private static async Task SearchesAndFiltersAsync(IPage page)
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("图书馆");
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Source").SelectOptionAsync("souk");
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".card-title")).ToHaveCSSAsync("direction", "rtl");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await page.Locator(".card", new() { HasText = "Harbour closes" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "harbour", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".card-title")).ToHaveTextAsync((string[])["Harbour closes"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(4);
    }

    private static async Task ShowsFilesAndFiguresAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Files", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("the file is empty")).ToBeVisibleAsync();
        await ReaderBrowser.PictureAsync(page, "files");
        await page.GetByRole(AriaRole.Link, new() { Name = "junk/nothing.xml" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is read again")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Figures" }).ClickAsync();
        await Assertions.Expect(page.Locator(".plot svg[role=img]").First).ToBeVisibleAsync();
        await ReaderBrowser.PictureAsync(page, "figures");
    }
}
