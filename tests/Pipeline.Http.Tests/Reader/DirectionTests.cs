using Microsoft.Playwright;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Http.Tests.Reader;

/// <summary>An article runs in the direction of its language, in a page that stays as it is.</summary>
public sealed class DirectionTests(EmulatorFixture emulator)
{
    // Each begins with a word in Latin letters, which does not make the article one that runs from left to right.
    private const string ArabicTitle = "Nordlys تفتح مكتبا في المدينة القديمة";
    private const string HebrewTitle = "Nordlys פותחת סניף בנמל הישן";

    private const string Arabic =
        """
        <p>Nordlys أعلنت يوم الاثنين أنها ستفتح مكتبا جديدا في المدينة القديمة،
        وسيعمل فيه أربعون مهندسا ابتداء من الخريف القادم.</p>
        <blockquote><p>وقال المدير إن المبنى الذي رمم في العام الماضي
        يتسع لضعف هذا العدد إذا احتاجت الشركة إلى ذلك.</p></blockquote>
        <ul><li>يبدأ العمل في تشرين الأول</li><li>تعلن الوظائف في الأسبوع القادم</li></ul>
        <h3>The statement in English</h3>
        """;

    private const string Hebrew =
        """
        <p>Nordlys הודיעה ביום שני כי תפתח סניף חדש בנמל הישן,
        ובו יעבדו ארבעים מהנדסים החל מהסתיו הקרוב.</p>
        <blockquote><p>המנהל אמר כי הבניין ששופץ בשנה שעברה
        יכול להכיל מספר כפול של עובדים אם החברה תזדקק לכך.</p></blockquote>
        <ul><li>העבודה תתחיל באוקטובר</li><li>המשרות יפורסמו בשבוע הבא</li></ul>
        <h3>The statement in English</h3>
        """;

    private static readonly string[] Frame = ["html", "body", ".bar", "nav", "#main", ".desk", ".list", ".filters", ".pane",
        ".article-actions", ".facts dl"];

    private static readonly string[] Turned = [
        ".article header", ".article h2", ".kicker", ".byline", ".text", ".text p", ".text blockquote", ".text li"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("souk", ArabicTitle, 1180)]
    [InlineData("souk", ArabicTitle, 390)]
    [InlineData("namal", HebrewTitle, 1180)]
    public async Task Turns_the_card_and_the_article_and_nothing_else(string source, string title, int width)
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room = await OpenAsync();
        var page = await browser.OpenAsync(room, width: width);
        var card = page.Locator(".card", new() { HasText = title });

        await Expect(card.Locator("a")).ToHaveAttributeAsync("dir", "rtl");
        foreach (var part in new[] { ".card-title", ".card-excerpt", ".card-meta" })
            await Expect(card.Locator(part)).ToHaveCSSAsync("direction", "rtl");
        await Expect(page.Locator(".card", new() { HasText = "Harbour closes" }).Locator(".card-title")).ToHaveCSSAsync("direction", "ltr");
        await AssertFrameAsync(page, [.. Frame.Where(part => part is not ".pane" and not ".article-actions" and not ".facts dl")]);
        await card.ClickAsync();
        await Expect(page.Locator(".article h2")).ToHaveTextAsync(title);
        foreach (var part in Turned)
            await Expect(page.Locator(part).First).ToHaveCSSAsync("direction", "rtl");
        await AssertBeginsAtTheRightAsync(page, ".article h2", ".text > p", ".text blockquote p", ".text li");
        await Expect(page.Locator(".text blockquote")).ToHaveCSSAsync("border-right-width", "3px");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The statement in English" })).ToHaveCSSAsync("direction", "ltr");
        await AssertFrameAsync(page, width > 900 ? Frame : ["html", "body", ".bar", ".article-actions", ".facts dl"]);
        Assert.Equal(page.Url, await page.EvaluateAsync<string>("location.href"));
        Assert.Equal(source, (await room.GetAsync($"/api/articles?q={Uri.EscapeDataString(title)}", Stop)).GetProperty("items")[0]
            .GetProperty("source").GetString());
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Puts_the_thumbnail_where_lines_end()
    {
        await using var browser = await ReaderBrowser.LaunchAsync();
        await using var room = await OpenAsync();
        var page = await browser.OpenAsync(room);
        await Expect(page.Locator("#live")).ToHaveTextAsync("Live");
        await page.GetByRole(AriaRole.Button, new() { Name = "Images" }).ClickAsync();

        Assert.True(await IsLeftOfTitleAsync(page, ArabicTitle));
        Assert.False(await IsLeftOfTitleAsync(page, "Harbour closes"));
    }

    private static async Task<bool> IsLeftOfTitleAsync(IPage page, string title)
    {
        var card = page.Locator(".card", new() { HasText = title });
        await Expect(card.Locator(".thumbnail")).ToBeVisibleAsync();
        return await card.EvaluateAsync<bool>(
            "card => card.querySelector('.thumbnail').getBoundingClientRect().x < card.getBoundingClientRect().x + 60");
    }

    private static async Task AssertFrameAsync(IPage page, IReadOnlyList<string> parts)
    {
        foreach (var part in parts)
            await Expect(page.Locator(part).First).ToHaveCSSAsync("direction", "ltr");
        var mark = await page.Locator(".mark").BoundingBoxAsync();
        Assert.True(mark!.X < 40, "The name of the page stands at its left.");
        if (parts.Contains(".pane"))
            Assert.True((await page.Locator(".list").BoundingBoxAsync())!.X < (await page.Locator(".pane").BoundingBoxAsync())!.X);
    }

    // The first letter of each is the one that is furthest to the right, whatever its script.
    private static async Task AssertBeginsAtTheRightAsync(IPage page, params string[] parts)
    {
        foreach (var part in parts)
            Assert.True(await page.EvaluateAsync<bool>(
                """
                part => {
                  const node = document.querySelector(part);
                  const range = document.createRange();
                  const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
                  range.setStart(text, 0);
                  range.setEnd(text, 7);
                  const [box, first] = [node.getBoundingClientRect(), range.getBoundingClientRect()];
                  return box.right - first.right < 3 && first.left - box.left > 20;
                }
                """,
                part), part);
    }

    private async Task<TestNewsroom> OpenAsync()
    {
        var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync("souk/feed.json", NewsFeed.WriteOne("Souk", "souk", ArabicTitle, Arabic, "2026-03-01T08:00:00Z"), Stop);
        await room.DropAsync("namal/feed.json", NewsFeed.WriteOne("נמל", "namal", HebrewTitle, Hebrew, "2026-03-01T09:00:00Z"), Stop);
        await room.DropAsync("coast/feed.json", NewsFeed.WriteOne(
            "Coast Daily", "coast", "Harbour closes", Stories.Harbour, "2026-03-01T10:00:00Z"), Stop);
        return room;
    }
}
