using System.Collections.Concurrent;
using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>The list shows what the pipeline knows of each article.</summary>
[Collection(nameof(PageTests))]
public sealed class ListTests(PageNewsroom shared)
{
    [Fact]
    public async Task Shows_the_outlet_how_many_ran_the_story_and_who_was_first()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var card = page.Locator(".card", new() { HasText = NewsFeed.First });

        await Expect(card.Locator(".source")).ToHaveTextAsync("Coast Daily");
        await Expect(card.Locator(".outlets")).ToHaveTextAsync("3 outlets · first 16:05");
        await Expect(card.Locator("time")).ToHaveTextAsync("16:05");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Loads_icons_and_thumbnails_only_when_images_are_on()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.PrepareAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).Host);
        await page.GotoAsync(shared.Room.Client.BaseAddress!.AbsoluteUri);
        var card = page.Locator(".card", new() { HasText = NewsFeed.First });

        await Expect(card).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, host => host.EndsWith(".example", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Images" }).ClickAsync();
        await Expect(card.Locator(".outlet-icon")).ToHaveAttributeAsync("src", "https://coast.example/icon.svg");
        await Expect(card.Locator(".thumbnail")).ToHaveAttributeAsync("src", "https://coast.example/harbour.svg");
        await Expect(card.Locator(".thumbnail")).ToHaveJSPropertyAsync("naturalWidth", 64);
        await ReaderBrowser.PictureAsync(page, "list");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Has_a_heading_for_each_day_and_marks_what_is_undated()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var undated = page.Locator(".card", new() { HasText = "The quay, hour by hour" });
        var day = page.Locator(".day", new() { HasText = "1 March 2026" });

        await Expect(undated.Locator(".pill")).ToHaveTextAsync("Undated");
        await Expect(undated.Locator("time")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^seen "));
        await Expect(page.Locator(".day h2").First).ToHaveTextAsync("Today");
        await Expect(day.Locator(".card-title")).ToHaveTextAsync([NewsFeed.First]);
        await undated.ClickAsync();
        await Expect(page.Locator(".byline time")).ToContainTextAsync("undated, first seen");
    }

    [Fact]
    public async Task Says_how_many_there_are_and_loads_the_rest()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room);
        var status = page.Locator(".list-status");

        await Expect(status).ToHaveTextAsync($"100 newest of {PageNewsroom.Listed}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load older articles" }).ClickAsync();
        await Expect(status).ToHaveTextAsync($"{PageNewsroom.Listed} articles");
        await Expect(page.Locator(".card")).ToHaveCountAsync(PageNewsroom.Listed);
    }

    [Fact]
    public async Task Counts_no_further_than_it_is_asked_to()
    {
        var page = await shared.Room.GetAsync("/api/articles?limit=1&fields=title&count=50", TestContext.Current.CancellationToken);
        var all = await shared.Room.GetAsync("/api/articles?limit=1&fields=title&count=2000", TestContext.Current.CancellationToken);

        Assert.Equal((50, true), (page.GetProperty("total").GetProperty("articles").GetInt32(),
            page.GetProperty("total").GetProperty("isMore").GetBoolean()));
        Assert.Equal((PageNewsroom.Listed, false), (all.GetProperty("total").GetProperty("articles").GetInt32(),
            all.GetProperty("total").GetProperty("isMore").GetBoolean()));
    }
}
