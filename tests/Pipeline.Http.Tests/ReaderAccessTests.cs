using System.Text.Json;
using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Local.Emulation;

namespace Pipeline.Http.Tests;

/// <summary>The reader page is for everyone: axe-core finds nothing to mend in any view, light or dark, wide or narrow.</summary>
[Collection(nameof(ReadingTests))]
public sealed class ReaderAccessTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ColorScheme.Light, 1180)]
    [InlineData(ColorScheme.Dark, 1180)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Has_no_view_that_axe_finds_fault_with(ColorScheme colours, int width)
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var packages = await NpmPackages.EnsureAsync(ForeignParserTests.Pins, "axe-core for the tests", Stop);
        var axe = await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), Stop);
        var page = await browser.OpenAsync(shared.Room, colours, width);
        await page.EvaluateAsync(axe);
        var faults = new List<string>();

        await Assertions.Expect(page.Locator(".card").First).ToBeVisibleAsync();
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await CheckAsync(page, "list", faults);
        await GoAsync(page, "#/?q=piling&source=coast&sort=newest", ".passage");
        await CheckAsync(page, "search", faults);
        await GoAsync(page, "#/?source=nobody", ".state h2");
        await CheckAsync(page, "list without articles", faults);
        await page.GetByRole(AriaRole.Button, new() { Name = "Images" }).ClickAsync();
        await GoAsync(page, $"#/article/{await shared.Room.FirstIdAsync("source=coast", Stop)}", ".cluster");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with local" }).ClickAsync();
        await Assertions.Expect(page.Locator(".difference")).ToBeVisibleAsync();
        await CheckAsync(page, "article with a difference", faults);
        await GoAsync(page, $"#/article/{await shared.Room.FirstIdAsync("source=souk", Stop)}", ".article[dir=rtl], .article :lang(ar)");
        await CheckAsync(page, "Arabic article", faults);
        await page.Locator("body").PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page, "keys", faults);
        await page.Keyboard.PressAsync("Escape");
        await GoAsync(page, "#/files", "table");
        await page.GetByText("Upload files", new() { Exact = true }).ClickAsync();
        await CheckAsync(page, "files", faults);
        await GoAsync(page, "#/file/junk%2Fnothing.xml", "h1");
        await CheckAsync(page, "file", faults);
        await GoAsync(page, "#/figures", ".plot");
        await page.GetByText("As a table").First.ClickAsync();
        await CheckAsync(page, "figures", faults);
        Assert.Empty(faults);
    }

    private static async Task GoAsync(IPage page, string hash, string awaited)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await Assertions.Expect(page.Locator(awaited).First).ToBeVisibleAsync();
    }

    private static async Task CheckAsync(IPage page, string view, List<string> faults)
    {
        // What fades in is measured when it is there.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().map(animation => animation.finished))");
        var answer = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        faults.AddRange(answer.GetProperty("violations").EnumerateArray().Select(violation =>
            $"{view}: {violation.GetProperty("impact")} {violation.GetProperty("id")}: {violation.GetProperty("nodes")[0].GetProperty(
                "html")}"));
    }
}
