using Microsoft.Playwright;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>The reader page in a real browser, with all that the browser complains of: errors, refused requests, violated
/// policies.</summary>
internal sealed class ReaderBrowser : IAsyncDisposable
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];

    private ReaderBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary><c>null</c>, with a word in the test's output, where this machine has no Chromium.</summary>
    public static async Task<ReaderBrowser?> LaunchAsync()
    {
        if (Array.Find(Browsers, File.Exists) is not { } program)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("No Chromium here: the reader page was not opened.");
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return new ReaderBrowser(
            playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] }));
    }

    /// <summary>Opens the page as a new reader, who has no key and no settings yet.</summary>
    public async Task<IPage> OpenAsync(TestNewsroom room, ColorScheme colours = ColorScheme.Light, int width = 1180)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 760 }, ColorScheme = colours });
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(room.Client.BaseAddress!.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
