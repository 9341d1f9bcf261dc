using System.Net;

namespace Pipeline.Local.Tests;

public sealed class HostTests(RunningPipeline pipeline)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1:7071", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]:7071", HttpStatusCode.OK)]
    [InlineData("news.localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example:7071", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("192.168.1.1", HttpStatusCode.BadRequest)]
    public async Task Answers_names_of_loopback_only(string host, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(HttpMethod.Get, "api/articles", host, origin: null));

    [Theory]
    [InlineData("http://127.0.0.1:7071", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.NotFound)]
    [InlineData("http://127.0.0.1:7072", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Changes_nothing_for_another_origin(string? origin, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(HttpMethod.Post, "api/files/none/none.md/replay", "127.0.0.1:7071", origin));

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string host, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await pipeline.Local.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
