using Microsoft.Playwright;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>The reader page in a real browser, with all that the browser complains of: errors, refused requests, violated
/// policies.</summary>
internal sealed class ReaderBrowser : IAsyncDisposable
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private const string Dot =
        "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='64' height='64' fill='#2f6d8c'/></svg>";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];

    private ReaderBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Skips the test, and says so, where this machine has no Chromium: a newcomer's tests pass without one, and
    /// <c>.ci/run</c> does not.</summary>
    public static async Task<ReaderBrowser> LaunchAsync()
    {
        var program = Array.Find(Browsers, File.Exists);
        Assert.SkipWhen(program is null, "No Chromium here: the reader page was not opened. Install the package chromium.");
        // A machine that builds beside its tests is slow; what fails waits no longer than this.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        return new ReaderBrowser(
            playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] }));
    }

    /// <summary>Opens the page as a new reader, who has no key and no settings yet.</summary>
    public async Task<IPage> OpenAsync(
        TestNewsroom room, ColorScheme colours = ColorScheme.Light, int width = 1180, string hash = "", int zoom = 1)
    {
        var page = await PrepareAsync(colours, width, zoom);
        await page.GotoAsync(room.Client.BaseAddress!.AbsoluteUri + hash);
        return page;
    }

    /// <summary>The same before the page is opened. Publishers' servers, which no test asks, answer with a dot.</summary>
    /// <param name="colours">What the reader's system prefers.</param>
    /// <param name="width">Of the window, in pixels of the screen; its height is 760.</param>
    /// <param name="zoom">How many of them the reader's zoom makes of one.</param>
    public async Task<IPage> PrepareAsync(ColorScheme colours = ColorScheme.Light, int width = 1180, int zoom = 1)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width / zoom, Height = 760 / zoom },
            DeviceScaleFactor = zoom,
            ColorScheme = colours,
            TimezoneId = "UTC",
            Locale = "en-GB",
        });
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.RouteAsync("**://*.example/**", route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Dot }));
        if (Environment.GetEnvironmentVariable("PIPELINE_PAGE") is { } folder)
            await page.RouteAsync("**/reader/*", route => ServeFromAsync(folder, route));
        return page;
    }

    /// <summary>Takes a picture where someone asks for new ones for the README; otherwise none is written.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PIPELINE_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    // While one works on the page: a change shows without a build.
    private static async Task ServeFromAsync(string folder, IRoute route)
    {
        var answer = await route.FetchAsync();
        var file = Path.Combine(folder, Path.GetFileName(new Uri(route.Request.Url).AbsolutePath));
        var type = Path.GetExtension(file) switch { ".js" => "text/javascript", ".css" => "text/css", _ => "image/svg+xml" };
        await route.FulfillAsync(new() { Status = 200, ContentType = type, Path = file });
        await answer.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
