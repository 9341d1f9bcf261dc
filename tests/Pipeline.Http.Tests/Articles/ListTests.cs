using System.Net;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.Articles;

[Collection(nameof(ReadingTests))]
public sealed class ListTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Client => shared.Room.Client;

    [Fact]
    public async Task Lists_newest_first_without_duplicates() =>
        Assert.Equal(
            ["图书馆夜间书架", "Harbour closes", "سوق الحرفيين يعود", Stories.HostileTitle], await TitlesAsync(""));

    [Theory]
    [InlineData("?source=coast", "Harbour closes")]
    [InlineData("?language=zh", "图书馆夜间书架")]
    [InlineData("?category=city", "سوق الحرفيين يعود")]
    [InlineData("?author=Mira+Olsson&publishedFrom=2026-03-01&publishedTo=2026-03-01", "Harbour closes")]
    [InlineData("?author=Jon+Ek&include=duplicates", "Quay shut")]
    [InlineData("?source=coast&language=zh")]
    [InlineData("?source=coast,souk", "Harbour closes", "سوق الحرفيين يعود")]
    [InlineData("?source=coast&source=souk", "Harbour closes", "سوق الحرفيين يعود")]
    [InlineData("?source=-coast,-lab", "图书馆夜间书架", "سوق الحرفيين يعود")]
    [InlineData("?language=-zh,-ar&source=-lab", "Harbour closes")]
    [InlineData("?domain=example&include=duplicates", "Quay shut", "Harbour closes")]
    [InlineData("?domain=coast.example", "Harbour closes")]
    [InlineData("?domain=oast.example")]
    [InlineData("?name=Ingrid+Ald%C3%A9n", "Harbour closes")]
    [InlineData("?name=Ingrid+Ald%C3%A9n&include=duplicates", "Quay shut", "Harbour closes")]
    [InlineData("?name=-Ingrid+Ald%C3%A9n&source=coast")]
    [InlineData("?name=Ingrid")]
    [InlineData("?minOutlets=2", "Harbour closes")]
    [InlineData("?minOutlets=3")]
    [InlineData("?sort=oldest&source=-lab", "سوق الحرفيين يعود", "Harbour closes", "图书馆夜间书架")]
    public async Task Combines_filters(string query, params string[] titles) => Assert.Equal(titles, await TitlesAsync(query));

    [Fact]
    public async Task Answers_with_the_fields_asked_for()
    {
        var page = await shared.Room.GetAsync("/api/articles?limit=1&fields=id,title", Stop);

        Assert.Equal(["id", "title", "state"], page.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Answers_with_fields_that_only_the_article_has()
    {
        var item = (await shared.Room.GetAsync("/api/articles?source=coast&fields=text,provenance", Stop)).GetProperty("items")[0];
        var line = (await shared.Room.GetAsync("/api/changes?source=coast&fields=text,title", Stop)).GetProperty("changes")[0];

        Assert.Contains("sheet piling", item.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["id", "state", "text", "provenance"], item.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["id", "title", "state", "text"], line.GetProperty("article").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Names_the_fields_there_are_to_who_asks_for_another()
    {
        using var response = await Client.GetAsync("/api/articles?fields=headline", Stop);

        Assert.Contains("title, url", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_with_the_articles_of_the_ids_in_their_order()
    {
        var (coast, local) = (await shared.Room.FirstIdAsync("source=coast", Stop),
            await shared.Room.FirstIdAsync("source=local&include=duplicates", Stop));
        var page = await shared.Room.GetAsync($"/api/articles?ids={local},aaaaaaaaaaaaaaaaaaaaaaaaaa,{coast}", Stop);

        Assert.Equal(["Quay shut", "Harbour closes"], page.Titles());
    }

    [Fact]
    public async Task Says_of_every_article_how_many_carry_its_text()
    {
        var page = await shared.Room.GetAsync("/api/articles?source=coast,north", Stop);

        Assert.Equal([1, 2], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("clusterSize").GetInt32()));
        Assert.Equal([1, 2], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("outlets").GetInt32()));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Pages_from_either_end_through_everything_once(string sort)
    {
        var titles = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await shared.Room.GetAsync($"/api/articles?include=duplicates&sort={sort}&limit=2{cursor}", Stop);
            titles.AddRange(page.Titles());
            if (!page.TryGetProperty("next", out var next))
                break;
            cursor = $"&cursor={next.GetString()}";
        }

        string[] newest = ["图书馆夜间书架", "Quay shut", "Harbour closes", "سوق الحرفيين يعود",
            Stories.HostileTitle];
        Assert.Equal(sort == "newest" ? newest : newest.Reverse(), titles);
    }

    [Fact]
    public async Task Refuses_a_method_that_the_path_does_not_have()
    {
        using var response = await Client.PostAsync("/api/articles", null, Stop);

        Assert.Equal(["GET", "HEAD", "DELETE"], response.Content.Headers.Allow);
        await ProblemAssert.IsAsync(response, HttpStatusCode.MethodNotAllowed, "wrong-method");
    }

    [Fact]
    public async Task Refuses_a_cursor_with_other_filters()
    {
        var page = await shared.Room.GetAsync("/api/articles?limit=1", Stop);
        var cursor = page.GetProperty("next").GetString();

        await ProblemAssert.IsAsync(
            await Client.GetAsync($"/api/articles?limit=1&source=coast&cursor={cursor}", Stop), HttpStatusCode.BadRequest,
            "changed-filter");
        await ProblemAssert.IsAsync(
            await Client.GetAsync($"/api/files?cursor={cursor}", Stop), HttpStatusCode.BadRequest, "foreign-cursor");
    }

    [Theory]
    [InlineData("limit=0", "bad-parameter")]
    [InlineData("limit=501", "bad-parameter")]
    [InlineData("limit=many", "bad-parameter")]
    [InlineData("limit=5&limit=6", "bad-parameter")]
    [InlineData("publishedFrom=yesterday", "bad-parameter")]
    [InlineData("include=everything", "bad-parameter")]
    [InlineData("fields=id,password", "bad-parameter")]
    [InlineData("source=", "bad-parameter")]
    [InlineData("cursor=nonsense", "forged-cursor")]
    [InlineData("sources=coast", "unknown-parameter")]
    [InlineData("since=latest&sort=oldest", "bad-parameter")]
    [InlineData("language=english", "bad-parameter")]
    [InlineData("language=en_US", "bad-parameter")]
    [InlineData("language=xq", "bad-parameter")]
    [InlineData("publishedFrom=2026-03-02&publishedTo=2026-03-01", "bad-parameter")]
    [InlineData("source=coast,-", "bad-parameter")]
    [InlineData("ids=%00", "bad-parameter")]
    [InlineData("wait=5", "bad-parameter")]
    public async Task Explains_a_bad_parameter(string query, string problem) =>
        await ProblemAssert.IsAsync(await Client.GetAsync($"/api/articles?{query}", Stop), HttpStatusCode.BadRequest, problem);

    [Theory]
    [InlineData("/api/articles")]
    [InlineData("/api/changes")]
    [InlineData("/api/files")]
    [InlineData("/api/feed.rss")]
    [InlineData("/api/openapi.json")]
    [InlineData("/reader/reader.js")]
    public async Task Answers_304_to_who_has_it_already(string path)
    {
        using var first = await Client.GetAsync(path, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Client.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Compresses(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles");
        request.Headers.Add("Accept-Encoding", coding);
        using var response = await Client.SendAsync(request, Stop);

        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Answers_HEAD_without_a_body()
    {
        using var response = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/articles"), Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Says_what_it_does_not_have()
    {
        await ProblemAssert.IsAsync(await Client.GetAsync("/api/nothing?like=this", Stop), HttpStatusCode.NotFound, "not-found");
        await ProblemAssert.IsAsync(
            await Client.GetAsync("/api/articles/aaaaaaaaaaaaaaaaaaaaaaaaaa", Stop), HttpStatusCode.NotFound, "not-found");
        await ProblemAssert.IsAsync(await Client.GetAsync("/api/files/coast/nothing.md", Stop), HttpStatusCode.NotFound, "not-found");
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string query) =>
        (await shared.Room.GetAsync($"/api/articles{query}", Stop)).Titles();
}
