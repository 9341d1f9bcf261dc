using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>An article with who else ran it.</summary>
[Collection(nameof(PageTests))]
public sealed class StoryViewTests(PageNewsroom shared)
{
    [Fact]
    public async Task Shows_the_story_above_the_text_with_its_first_publisher_first_and_to_whom_each_copy_is_alike()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser);
        var members = page.Locator(".members > li");

        await Expect(members.Locator(".source")).ToHaveTextAsync(["Coast Daily", "Quay Courier", "Ferry News"]);
        await Expect(members.Nth(0).Locator("time")).ToContainTextAsync("first, ");
        await Expect(members.Nth(1).Locator(".why")).ToContainTextAsync("Coast Daily");
        await Expect(members.Nth(2).Locator(".why")).ToContainTextAsync("as Coast Daily");
        Assert.True((await page.Locator(".cluster").BoundingBoxAsync())!.Y < (await page.Locator(".text").BoundingBoxAsync())!.Y);
        await ReaderBrowser.PictureAsync(page, "article");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Compares_where_it_was_asked_for_in_view_and_with_focus()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser);
        var copy = page.Locator(".members > li", new() { HasText = "Quay Courier" });

        await copy.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(copy.Locator(".difference del").First).ToHaveTextAsync("found");
        await Expect(copy.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await Expect(copy.GetByRole(AriaRole.Heading)).ToBeInViewportAsync();
        await Expect(copy.Locator(".difference")).ToBeInViewportAsync();
        await ReaderBrowser.PictureAsync(page, "compare");
        await copy.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(copy.GetByRole(AriaRole.Button, new() { Name = "Compare" })).ToBeFocusedAsync();
        await Expect(copy.Locator(".difference")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Compares_on_a_phone_as_on_a_desk()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser, width: 390);
        var copy = page.Locator(".members > li", new() { HasText = "Quay Courier" });

        await Expect(page.Locator(".list")).ToBeHiddenAsync();
        await Expect(page.Locator(".members > li .source")).ToHaveTextAsync(["Coast Daily", "Quay Courier", "Ferry News"]);
        await ReaderBrowser.PictureAsync(page, "phone");
        await copy.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(copy.Locator(".difference")).ToBeInViewportAsync();
        await Expect(copy.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Takes_no_white_space_for_a_passage()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await OpenAsync(browser);
        var copy = page.Locator(".members > li", new() { HasText = "Ferry News" });

        await copy.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(copy.Locator(".compare")).ToContainTextAsync("The texts are the same, word for word.");
    }

    private async Task<IPage> OpenAsync(ReaderBrowser browser, int width = 1180)
    {
        var page = await browser.OpenAsync(shared.Room, width: width);
        await page.Locator(".card", new() { HasText = NewsFeed.First }).ClickAsync();
        await Expect(page.Locator(".cluster")).ToBeVisibleAsync();
        return page;
    }
}
