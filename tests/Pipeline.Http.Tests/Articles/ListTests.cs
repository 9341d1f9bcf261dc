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
    public async Task Combines_filters(string query, params string[] titles) => Assert.Equal(titles, await TitlesAsync(query));

    [Fact]
    public async Task Pages_through_everything_once()
    {
        var titles = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await shared.Room.GetAsync($"/api/articles?include=duplicates&limit=2{cursor}", Stop);
            titles.AddRange(page.Titles());
            if (!page.TryGetProperty("next", out var next))
                break;
            cursor = $"&cursor={next.GetString()}";
        }

        Assert.Equal(
            ["图书馆夜间书架", "Quay shut", "Harbour closes", "سوق الحرفيين يعود", Stories.HostileTitle], titles);
    }

    [Fact]
    public async Task Answers_with_the_fields_asked_for()
    {
        var page = await shared.Room.GetAsync("/api/articles?limit=1&fields=id,title", Stop);

        Assert.Equal(["id", "title"], page.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Refuses_a_cursor_with_other_filters()
    {
        var page = await shared.Room.GetAsync("/api/articles?limit=1", Stop);
        var cursor = page.GetProperty("next").GetString();

        await ProblemAssert.IsAsync(
            await Client.GetAsync($"/api/articles?limit=1&source=coast&cursor={cursor}", Stop), HttpStatusCode.BadRequest, "forged-cursor");
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
    [InlineData("since=latest&fields=id", "bad-parameter")]
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
