using Microsoft.Playwright;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>A list that shows nothing says why, and what to do.</summary>
[Collection(nameof(PageTests))]
public sealed class StateTests(PageNewsroom shared, EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_it_loads_and_paints_the_list_without_a_second_answer()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        var (list, others) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/api/**", route => HoldAsync(others, route));
        await page.RouteAsync("**/api/articles?limit=100", route => HoldAsync(list, route));

        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);
        await Expect(page.GetByText("Loading articles…")).ToBeVisibleAsync();
        list.SetResult();
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
        await Expect(page.Locator(".list-status")).ToHaveTextAsync("100 newest, more below");
        others.SetResult();
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task Says_that_nothing_matches_and_clears_the_filters()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, hash: "#/?source=nobody");
        var state = page.Locator(".list .state");

        await Expect(state.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Nothing matches");
        await state.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
    }

    [Fact]
    public async Task Says_that_there_is_no_article_yet()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        var page = await browser.OpenAsync(room);

        await Expect(page.Locator(".list .state")).ToContainTextAsync("No article yet");
        await Expect(page.Locator(".list .state")).ToContainTextAsync("Drop a file");
    }

    [Fact]
    public async Task Says_that_the_server_is_out_of_reach_and_goes_on_by_itself()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        var isCut = true;
        await page.RouteAsync("**/api/**", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);
        var state = page.Locator(".list .state");

        await Expect(state.GetByRole(AriaRole.Heading)).ToHaveTextAsync("No connection");
        await Expect(page.Locator("#live")).ToHaveTextAsync("Offline, trying again");
        isCut = false;
        await state.GetByRole(AriaRole.Button, new() { Name = "Try again now" }).ClickAsync();
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live", new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Says_that_the_key_is_wrong_after_the_dialog_is_closed_too()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read" }, Stop);
        var page = await browser.OpenAsync(room);
        var state = page.Locator(".list .state");

        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(state.GetByRole(AriaRole.Heading)).ToHaveTextAsync("A key is needed");
        await Expect(page.Locator("#live")).ToHaveTextAsync("Needs a key");
        await state.GetByRole(AriaRole.Button, new() { Name = "Enter a key" }).ClickAsync();
        await Expect(page.GetByLabel("Key", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task HoldAsync(TaskCompletionSource held, IRoute route)
    {
        await held.Task;
        await route.ContinueAsync();
    }
}
