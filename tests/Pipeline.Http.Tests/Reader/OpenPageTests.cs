using Microsoft.Playwright;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>A page that an editor keeps open.</summary>
[Collection(nameof(PageTests))]
public sealed class OpenPageTests(PageNewsroom shared, EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_comes_in_and_keeps_the_article_that_is_read()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        var (coast, quay, town) = (NewsFeed.Drops[0], NewsFeed.Drops[1], NewsFeed.Drops[3]);
        await room.DropAsync(coast.Path, coast.Content, Stop);
        var page = await browser.OpenAsync(room);
        var card = page.Locator(".card", new() { HasText = NewsFeed.First });
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await card.ClickAsync();
        await Expect(page.Locator(".text")).ToBeVisibleAsync();

        await room.DropAsync(town.Path, town.Content, Stop);
        await Expect(page.Locator(".card-title")).ToHaveTextAsync([NewsFeed.LibraryTitle, NewsFeed.First]);
        await Expect(page.Locator(".card", new() { HasText = NewsFeed.LibraryTitle })).ToContainClassAsync("is-new");
        await Expect(page.Locator("#announce")).ToHaveTextAsync("1 new article");
        await room.DropAsync(quay.Path, quay.Content, Stop);
        await Expect(card.Locator(".outlets")).ToHaveTextAsync("2 outlets · first 16:05");
        await Expect(page.Locator(".card")).ToHaveCountAsync(2);
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(NewsFeed.First);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Keeps_what_is_loaded_when_the_connection_is_gone_and_says_so_until_it_is_back()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        var (cut, isCut, answered) = (new TaskCompletionSource(), true, 0);
        await page.RouteAsync("**/api/changes?*wait=*", async route =>
        {
            await cut.Task;
            // A poll that waits is answered when something is new: here at once, with nothing.
            await (isCut ? route.AbortAsync() : route.ContinueAsync(new()
            {
                Url = route.Request.Url.Replace("wait=25", $"wait={Math.Min(25, answered++)}", StringComparison.Ordinal),
            }));
        });
        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        var notice = page.Locator(".notice");
        await Expect(notice).ToBeHiddenAsync();

        cut.SetResult();
        await Expect(notice).ToContainTextAsync("The server cannot be reached. What is loaded can be read");
        await Expect(page.Locator("#live")).ToHaveTextAsync("Offline, trying again");
        await Expect(page.Locator(".card")).ToHaveCountAsync(100);
        isCut = false;
        await Expect(notice).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task Says_that_there_are_more_than_anyone_counted()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        await page.RouteAsync("**/api/articles?*count=*", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = """{"items":[],"total":{"articles":2000,"isMore":true}}""",
        }));
        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);

        await Expect(page.Locator(".list-status")).ToHaveTextAsync("100 newest of more than 2,000");
    }

    [Fact]
    public async Task Turns_dark_and_light_at_the_push_of_a_button_and_remembers_it()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var (light, dark) = ("rgb(251, 249, 245)", "rgb(22, 24, 28)");

        await Expect(page.Locator("html")).ToHaveCSSAsync("background-color", light);
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveCSSAsync("background-color", dark);
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveCSSAsync("background-color", dark);
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveCSSAsync("background-color", light);
        await using var other = await ReaderBrowser.LaunchAsync();
        var asked = await other!.OpenAsync(shared.Room, ColorScheme.Dark);
        await Expect(asked.Locator("html")).ToHaveCSSAsync("background-color", dark);
    }
}
