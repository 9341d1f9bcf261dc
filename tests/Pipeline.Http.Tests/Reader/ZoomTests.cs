using Microsoft.Playwright;
using Pipeline.Http.Tests.Newsroom;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>Who enlarges the page reads it without scrolling sideways, and reaches all of it (WCAG 2.2, 1.4.4 and 1.4.10).</summary>
[Collection(nameof(ReadingTests))]
public sealed class ZoomTests(SharedNewsroom shared)
{
    // What stands out on either side. A table may be wider than the page where it scrolls by itself (1.4.10, exceptions).
    private const string FindWide =
        """
        view => {
          const wide = document.documentElement.clientWidth;
          const { scrollWidth } = document.documentElement;
          const faults = scrollWidth > wide ? [`${view}: it scrolls to ${scrollWidth}`] : [];
          for (const node of document.querySelectorAll('body *:not(.visually-hidden):not(.skip)')) {
            const box = node.getBoundingClientRect();
            if (box.width > 1 && (box.right > wide + 1 || box.left < -1) && !node.parentElement.closest('.scroll'))
              faults.push(`${view}: ${node.tagName} ${node.className} from ${box.left} to ${box.right}`);
          }
          return faults;
        }
        """;

    // What takes the focus must then be where a pointer hits it: inside the window and below nothing else.
    private const string FindUnreached =
        """
        view => {
          const faults = [];
          const top = document.querySelector('dialog[open]') ?? document.body;
          for (const node of top.querySelectorAll('a[href]:not(.skip), button, input, select, summary, [tabindex="0"]')) {
            if (!node.checkVisibility() || node.disabled) continue;
            node.focus();
            const box = node.getClientRects()[0];
            const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight - box.top) / 2];
            const hit = document.elementFromPoint(x, y);
            if (document.activeElement !== node || !hit || !(node.contains(hit) || hit.contains(node) && hit.matches('label, .scroll')))
              faults.push(`${view}: ${node.outerHTML.slice(0, 120)} is below ${hit?.outerHTML.slice(0, 80)} at ${x}, ${y}`);
          }
          return faults;
        }
        """;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Fits_a_window_of_1280_pixels_and_leaves_every_control_within_reach(int zoom)
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, width: 1280, zoom: zoom);
        var faults = new List<string>();

        await Expect(page.Locator(".card").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Images" }).ClickAsync();
        await CheckAsync(page, "list", faults);
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Category").SelectOptionAsync("harbour");
        await Expect(page.Locator(".narrowed")).ToBeVisibleAsync();
        await CheckAsync(page, "list with filters", faults);
        await OpenAsync(page, "#/article/" + await FirstIdAsync("source=coast"), ".cluster");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with local" }).ClickAsync();
        await Expect(page.Locator(".difference")).ToBeVisibleAsync();
        await CheckAsync(page, "article with a difference", faults);
        await OpenAsync(page, "#/article/" + await FirstIdAsync("source=souk"), ".text :lang(ar), .text:lang(ar)");
        await CheckAsync(page, "Arabic article", faults);
        await OpenAsync(page, "#/files", "tbody tr");
        await page.GetByText("Upload files", new() { Exact = true }).ClickAsync();
        await CheckAsync(page, "files", faults);
        await OpenAsync(page, "#/file/coast%2Fharbour.md", "tbody tr");
        await CheckAsync(page, "file", faults);
        await OpenAsync(page, "#/figures", ".page .chips a");
        await CheckAsync(page, "figures", faults);
        await page.Locator("body").PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page, "keys", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Has_the_feeds_and_the_connection_at_every_zoom(int zoom)
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        var page = await browser.OpenAsync(shared.Room, width: 1280, zoom: zoom);

        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await Expect(page.Locator("#live")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "JSON Feed" })).ToBeVisibleAsync();
    }

    private Task<string> FirstIdAsync(string filters) => shared.Room.FirstIdAsync(filters, TestContext.Current.CancellationToken);

    private static async Task OpenAsync(IPage page, string hash, string awaited)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await Expect(page.Locator(awaited).First).ToBeVisibleAsync();
    }

    private static async Task CheckAsync(IPage page, string view, List<string> faults)
    {
        faults.AddRange(await page.EvaluateAsync<string[]>(FindWide, view));
        faults.AddRange(await page.EvaluateAsync<string[]>(FindUnreached, view));
    }
}
