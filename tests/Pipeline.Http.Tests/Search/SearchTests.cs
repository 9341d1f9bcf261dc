using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Search;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Search;

/// <summary>Search over the whole pipeline.</summary>
public sealed class SearchTests(EmulatorFixture emulator)
{
    private static readonly (string Path, string Content)[] Drops =
    [
        ("coast/harbour.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour, "https://coast.example/harbour")),
        ("local/harbour.md", Stories.Post("Quay shut", "2026-03-01T09:00:00Z", Stories.HarbourLocal, "https://local.example/harbour")),
        ("cafe/prices.md", Stories.Post(
            "Café prices rise", "2026-01-10T08:00:00Z",
            "<p>A coffee at the ferry terminal costs four kronor more since Monday, says Zoë.</p>")),
        ("north/library.md", Stories.Post("图书馆夜间书架", "2026-03-02T09:00:00Z", Stories.Library)),
        ("tokyo/weather.md", Stories.Post(
            "明日の天気", "2026-03-02T10:00:00Z",
            "<p>東京都心では明日の朝から雪が降り、電車が遅れる見込みだと気象庁が発表した。</p>")),
        ("seoul/metro.md", Stories.Post(
            "지하철 연장", "2026-03-02T11:00:00Z",
            "<p>서울에서 지하철 노선을 새로 연장하는 공사가 다음 달부터 시작된다고 시가 밝혔다.</p>")),
        ("bangkok/rain.md", Stories.Post(
            "ฝนตกหนัก", "2026-03-02T12:00:00Z",
            "<p>กรมอุตุนิยมวิทยาเตือนว่าจะมีฝนตกหนักใน"
            + "กรุงเทพมหานครตลอดสัปดาห์นี้</p>")),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_words_phrases_and_beginnings_in_every_script()
    {
        await using var room = await OpenAsync();

        Assert.Equal(["Harbour closes"], await FindAsync(room, "sheet piling"));
        Assert.Equal(["Harbour closes", "Café prices rise"], await FindAsync(room, "ferr*", "&sort=newest"));
        Assert.Equal(["Harbour closes"], await FindAsync(room, "\"northern quay\""));
        Assert.Empty(await FindAsync(room, "\"quay northern\""));
        Assert.Equal(["Café prices rise"], await FindAsync(room, "ferr* -quay"));
        Assert.Equal(["Harbour closes"], await FindAsync(room, "title:harbour"));
        Assert.Empty(await FindAsync(room, "title:ferries"));
        Assert.Equal(["Café prices rise"], await FindAsync(room, "CAFE zoe"));
        Assert.Equal(["图书馆夜间书架"], await FindAsync(room, "电梯"));
        Assert.Equal(["图书馆夜间书架"], await FindAsync(room, "图书馆"));
        Assert.Empty(await FindAsync(room, "书图"));
        Assert.Equal(["明日の天気"], await FindAsync(room, "東京"));
        Assert.Equal(["明日の天気"], await FindAsync(room, "雪"));
        Assert.Equal(["지하철 연장"], await FindAsync(room, "서울"));
        Assert.Equal(["ฝนตกหนัก"], await FindAsync(room, "ฝน"));
        Assert.Equal(["ฝนตกหนัก"], await FindAsync(room, "กรุงเทพ"));
    }

    [Fact]
    public async Task Combines_with_filters_orders_and_pages()
    {
        await using var room = await OpenAsync();

        Assert.Equal(["Quay shut", "Harbour closes"], await FindAsync(room, "quay", "&include=duplicates&sort=newest"));
        Assert.Equal(["Harbour closes", "Quay shut"], await FindAsync(room, "quay", "&include=duplicates&sort=oldest"));
        Assert.Empty(await FindAsync(room, "quay", "&source=-coast"));
        Assert.Empty(await FindAsync(room, "quay", "&publishedTo=2026-02-01"));
        var first = await room.GetAsync("/api/articles?q=quay&include=duplicates&sort=newest&limit=1", Stop);
        var second = await room.GetAsync(
            $"/api/articles?q=quay&include=duplicates&sort=newest&limit=1&cursor={first.GetProperty("next").GetString()}", Stop);
        Assert.Equal(["Quay shut", "Harbour closes"], [.. first.Titles(), .. second.Titles()]);
        Assert.False(second.TryGetProperty("next", out _));
        Assert.Contains("Harbour closes", await room.Client.GetStringAsync("/api/feed.rss?q=piling", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Café", await room.Client.GetStringAsync("/api/feed.rss?q=piling", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_with_the_passage_and_how_far_it_has_come()
    {
        await using var room = await OpenAsync();

        var page = await room.GetAsync("/api/articles?q=auction", Stop);

        Assert.StartsWith(
            "Ferries to Grenaa", page.GetProperty("items")[0].GetProperty("passage").GetString(), StringComparison.Ordinal);
        var search = page.GetProperty("search");
        Assert.Equal(search.GetProperty("head").GetInt64(), search.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Finds_a_revision_by_its_new_text_only_and_nothing_that_is_gone()
    {
        await using var room = await OpenAsync();
        Assert.Single(await FindAsync(room, "kronor", "&source=cafe"));

        await room.DropAsync("cafe/prices.md", Stories.Post(
            "Café prices rise", "2026-01-10T08:00:00Z",
            "<p>A coffee at the ferry terminal costs nine crowns more since Tuesday.</p>"), Stop);

        Assert.Equal(["Café prices rise"], await FindAsync(room, "crowns"));
        Assert.Empty(await FindAsync(room, "kronor", "&source=cafe"));
        using var erased = await room.Client.DeleteAsync("/api/articles?source=cafe", Stop);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Empty(await FindAsync(room, "crowns"));
        Assert.Empty(await FindAsync(room, "title:cafe", "&include=withdrawn"));
    }

    [Fact]
    public async Task Another_instance_goes_on_from_the_snapshots_with_the_tail_of_the_log()
    {
        await using var room = await OpenAsync();
        await room.Services.GetRequiredService<SearchWriter>().WriteAsync(Stop);
        await room.DropAsync(
            "late/quay.md", Stories.Post("Late quay", "2026-03-03T08:00:00Z", "<p>A quay is mended late at night.</p>"), Stop);
        var services = room.Services;
        using var other = ActivatorUtilities.CreateInstance<SearchIndex>(services);
        var before = room.Operations.Total;

        var found = await other.SearchAsync(
            SearchTerms.Parse("quay")!, new(), SearchOrder.Newest, 0, TimeSpan.FromSeconds(5), Stop);

        Assert.Equal(["Late quay", "Harbour closes"], found.Hits.Select(hit => hit.Article.Title));
        // The manifest, two months, the line with its text, and the end of the log: not a text of what the snapshots have.
        Assert.InRange(room.Operations.Total - before, 1, 12);
    }

    [Theory]
    [InlineData("q=-quay")]
    [InlineData("q=...")]
    [InlineData("sort=relevance")]
    [InlineData("q=quay&since=latest")]
    public async Task Refuses_what_looks_for_nothing(string query)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);

        await ProblemAssert.IsAsync(
            await room.Client.GetAsync($"/api/articles?{query}", Stop), HttpStatusCode.BadRequest, "bad-parameter");
    }

    private static async Task<IReadOnlyList<string>> FindAsync(TestNewsroom room, string words, string more = "") =>
        (await room.GetAsync($"/api/articles?q={Uri.EscapeDataString(words)}{more}", Stop)).Titles();

    private async Task<TestNewsroom> OpenAsync()
    {
        var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        foreach (var (path, content) in Drops)
            await room.DropAsync(path, content, Stop);
        return room;
    }
}
