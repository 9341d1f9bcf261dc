using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>The keys of feed readers.</summary>
[Collection(nameof(PageTests))]
public sealed class KeyboardTests(PageNewsroom shared)
{
    [Fact]
    public async Task Moves_with_j_and_k_keeps_the_card_in_view_and_loads_more_at_the_end()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var current = page.Locator(".card a[aria-current]");
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);

        for (var press = 0; press < 14; press++)
            await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".card").Nth(13).Locator("a[aria-current]")).ToHaveCountAsync(1);
        Assert.True(await IsInViewAsync(page));
        for (var press = 0; press < 12; press++)
            await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".card").Nth(1).Locator("a[aria-current]")).ToHaveCountAsync(1);
        Assert.True(await IsInViewAsync(page));
        await page.Locator(".card").Nth(99).ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".card").Nth(100).Locator("a[aria-current]")).ToHaveCountAsync(1);
        Assert.True(await IsInViewAsync(page));
        await Expect(page.Locator(".card")).ToHaveCountAsync(PageNewsroom.Listed);
        await Expect(current).ToHaveCountAsync(1);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Opens_stars_and_marks_with_keys_and_remembers_it()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=coast,town");
        var town = page.Locator(".card", new() { HasText = NewsFeed.LibraryTitle });
        await Expect(page.Locator(".card")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("o");
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(NewsFeed.LibraryTitle);
        await Expect(town).ToContainClassAsync("is-read");
        await page.Keyboard.PressAsync("s");
        await Expect(town).ToContainClassAsync("is-starred");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Star", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("m");
        await Expect(town).Not.ToContainClassAsync("is-read");
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("o");
        await Expect(page.Locator(".article")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(town).ToContainClassAsync("is-read");
        await Expect(town).ToContainClassAsync("is-starred");
        await Expect(page.Locator(".card", new() { HasText = NewsFeed.First })).Not.ToContainClassAsync("is-read");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await page.GetByLabel("Starred").CheckAsync();
        await Expect(page.Locator(".card-title")).ToHaveTextAsync([NewsFeed.LibraryTitle]);
    }

    [Fact]
    public async Task Reads_the_original_searches_goes_back_and_lists_the_keys()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=town");
        await Expect(page.Locator(".card")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".article")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.open = address => { window.opened = address; }; }");
        await page.Keyboard.PressAsync("v");
        Assert.Equal("https://town.example/library", await page.EvaluateAsync<string>("window.opened"));
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("read or unread");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Locator(".article")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Searchbox)).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".article")).ToHaveCountAsync(0);
        await Expect(page.Locator(".card a")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Skips_to_the_content_and_goes_on_from_there_with_the_tab_key()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=town");
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await page.EvaluateAsync("() => document.activeElement.blur()");

        await page.Locator(".skip").FocusAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Source")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = NewsFeed.LibraryTitle }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".article h2")).ToBeFocusedAsync();
        Assert.Empty(browser.Complaints);
    }

    // Whole, between the filters above and the end of the list below.
    private static Task<bool> IsInViewAsync(IPage page) => page.EvaluateAsync<bool>(
        """
        () => {
          const box = document.querySelector('.card a[aria-current]').closest('.card').getBoundingClientRect();
          const bottomOf = name => document.querySelector(name).getBoundingClientRect().bottom;
          const [top, bottom] = [bottomOf('.filters'), bottomOf('.list')];
          return box.top >= top - 1 && box.bottom <= bottom + 1;
        }
        """);
}
