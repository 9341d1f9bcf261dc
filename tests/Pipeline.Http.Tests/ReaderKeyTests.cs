using Microsoft.Playwright;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests;

public sealed class ReaderKeyTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_for_a_key_where_one_is_needed_and_says_what_it_does_not_open()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);
        await room.DropAsync("coast/harbour.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);
        var page = await browser.OpenAsync(room);

        await GiveAsync(page, "wrong");
        await Assertions.Expect(page.GetByText("was not accepted")).ToBeVisibleAsync();
        await GiveAsync(page, "read");
        await Assertions.Expect(page.Locator(".card-title")).ToHaveTextAsync("Harbour closes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Files", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "coast/harbour.md" }).ClickAsync();
        await ReplayAsync(page, "a reader key can only read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Key", Exact = true }).ClickAsync();
        await GiveAsync(page, "admin");
        await ReplayAsync(page, "It is read again");
        Assert.All(browser.Complaints, complaint => Assert.Matches("status of 40[13]", complaint));
    }

    private static async Task GiveAsync(IPage page, string key)
    {
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
    }

    private static async Task ReplayAsync(IPage page, string outcome)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await Assertions.Expect(page.GetByText(outcome)).ToBeVisibleAsync();
    }
}
