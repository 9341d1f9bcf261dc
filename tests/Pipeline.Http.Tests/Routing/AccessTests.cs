using System.Net;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Routing;

public sealed class AccessTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_each_key_do_what_it_may()
    {
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, "/api/health", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(room, HttpMethod.Get, "/api/articles", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(room, HttpMethod.Get, "/api/articles", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, "/api/articles", "read"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, "/api/articles?code=read", null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(room, HttpMethod.Post, "/api/files/a/b.xml/replay", "read"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room, HttpMethod.Post, "/api/files/a/b.xml/replay", "admin"));
    }

    [Fact]
    public async Task Refuses_a_post_from_another_site()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/files/a/b.xml/replay");
        request.Headers.Add("Origin", "https://elsewhere.example");

        await ProblemAssert.IsAsync(await room.Client.SendAsync(request, Stop), HttpStatusCode.Forbidden, "foreign-origin");
    }

    [Fact]
    public async Task Limits_each_key()
    {
        await using var room = await TestNewsroom.OpenAsync(
            emulator, new PipelineHttpSettings { ReaderKey = "mine", AdminKey = "another", RequestsPerMinute = 3 }, Stop);
        var answers =
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StatusAsync(room, HttpMethod.Get, "/reader/reader.js", "mine")));

        Assert.Equal(3, answers.Count(answer => answer == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, "/reader/reader.js", "another"));
        using var refused = await room.Client.SendAsync(Request(HttpMethod.Get, "/reader/reader.js", "mine"), Stop);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 10, 20);
        await ProblemAssert.IsAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Theory]
    [InlineData("read", false, "/api/articles", 3)]
    [InlineData(null, false, "/reader/reader.js", 3)]
    [InlineData(null, true, "/reader/reader.js", 3)]
    [InlineData(null, true, "/api/openapi.json", 3)]
    [InlineData(null, true, "/api/articles/none", 12)]
    public async Task Gives_a_made_up_key_no_limit_of_its_own(string? readerKey, bool hostChecksKeys, string path, int answered)
    {
        var settings = new PipelineHttpSettings { ReaderKey = readerKey, HostChecksKeys = hostChecksKeys, RequestsPerMinute = 3 };
        await using var room = await TestNewsroom.OpenAsync(emulator, settings, Stop);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(guess => StatusAsync(room, HttpMethod.Get, $"{path}?code=guess{guess}", null)));

        Assert.Equal(answered, answers.Count(answer => answer != HttpStatusCode.TooManyRequests));
        if (readerKey is not null)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, path, readerKey));
    }

    [Theory]
    [InlineData("read", "admin", false, "admin", HttpStatusCode.OK)]
    [InlineData("read", "admin", false, "read", HttpStatusCode.Forbidden)]
    [InlineData("read", "admin", false, null, HttpStatusCode.Unauthorized)]
    [InlineData(null, null, false, null, HttpStatusCode.OK)]
    [InlineData(null, null, true, "made up", HttpStatusCode.Forbidden)]
    public async Task Lets_an_admin_alone_look_deep(
        string? readerKey, string? adminKey, bool hostChecksKeys, string? key, HttpStatusCode expected)
    {
        var settings = new PipelineHttpSettings { ReaderKey = readerKey, AdminKey = adminKey, HostChecksKeys = hostChecksKeys };
        await using var room = await TestNewsroom.OpenAsync(emulator, settings, Stop);

        Assert.Equal(expected, await StatusAsync(room, HttpMethod.Get, "/api/health?deep=1", key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(room, HttpMethod.Get, "/api/health", key));
    }

    [Fact]
    public async Task Answers_preflights_of_the_origins_that_are_set()
    {
        await using var room =
            await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { CorsOrigins = ["https://news.example"] }, Stop);

        Assert.Equal(["https://news.example"], await AllowedAsync(room, "https://news.example"));
        Assert.Empty(await AllowedAsync(room, "https://elsewhere.example"));
    }

    private static async Task<IEnumerable<string>> AllowedAsync(TestNewsroom room, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/articles");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        using var response = await room.Client.SendAsync(request, Stop);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : [];
    }

    private static async Task<HttpStatusCode> StatusAsync(TestNewsroom room, HttpMethod method, string path, string? key)
    {
        using var response = await room.Client.SendAsync(Request(method, path, key), Stop);
        return response.StatusCode;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? key)
    {
        var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        return request;
    }
}
