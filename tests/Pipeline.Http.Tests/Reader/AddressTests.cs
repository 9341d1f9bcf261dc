using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>What is looked for and narrowed to is in the address.</summary>
[Collection(nameof(PageTests))]
public sealed class AddressTests(PageNewsroom shared)
{
    [Fact]
    public async Task Searches_the_whole_text_and_shows_the_passage()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("lighthouse lamp");
        await Expect(page.Locator(".card-title")).ToHaveTextAsync([NewsFeed.LibraryTitle]);
        await Expect(page.Locator(".card .passage")).ToContainTextAsync("The lighthouse lamp above the reading room");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"#/\?q=lighthouse\+lamp$"));
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("lighthouse lamp");
        await Expect(page.Locator(".card-title")).ToHaveTextAsync([NewsFeed.LibraryTitle]);
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("harbour");
        await page.Locator(".card", new() { HasText = NewsFeed.First }).ClickAsync();
        await Expect(page.Locator(".cluster")).ToBeVisibleAsync();
        await ReaderBrowser.PictureAsync(page, "search");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Keeps_filters_through_reload_back_and_forward()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var sources = page.Locator(".card .source");

        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Source").SelectOptionAsync("town");
        await Expect(sources).ToHaveTextAsync(["Town Crier"]);
        await page.Locator(".card").ClickAsync();
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(NewsFeed.LibraryTitle);
        await page.ReloadAsync();
        await Expect(sources).ToHaveTextAsync(["Town Crier"]);
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(NewsFeed.LibraryTitle);
        await page.GoBackAsync();
        await Expect(page.Locator(".article")).ToHaveCountAsync(0);
        await Expect(sources).ToHaveTextAsync(["Town Crier"]);
        await page.GoBackAsync();
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
        await Expect(page.GetByLabel("Source")).ToHaveValueAsync("");
        await page.GoForwardAsync();
        await Expect(sources).ToHaveTextAsync(["Town Crier"]);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Offers_every_source_whatever_is_loaded()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=town");

        await Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        foreach (var source in new[] { "coast", "quay", "ferry", "many", "wave" })
            await Expect(page.GetByLabel("Source").Locator($"option[value={source}]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Reads_several_values_and_takes_each_filter_away()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=town,coast&minOutlets=2");

        await Expect(page.Locator(".card .source")).ToHaveTextAsync(["Coast Daily"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Min outlets 2" }).ClickAsync();
        await Expect(page.Locator(".card .source")).ToHaveTextAsync(["Town Crier", "Coast Daily"]);
    }
}
