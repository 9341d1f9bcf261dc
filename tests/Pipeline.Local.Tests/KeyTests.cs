using System.Net;

namespace Pipeline.Local.Tests;

public sealed class KeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_a_reader_key_read_and_an_admin_key_write()
    {
        using var folder = new TemporaryFolder();
        await using var local = await LocalProcess.StartAsync(
            folder["data"], new Dictionary<string, string>(), "--no-samples", "--key", "reading", "--admin-key", "editing");
        var (exitCode, _, errors) = await LocalProcess.RunAsync("drop", folder.Write("post.md", Posts.Post(1)), "--data", folder["data"]);

        Assert.True(exitCode == 0, errors);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(local, HttpMethod.Get, "api/articles", null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(local, HttpMethod.Get, "api/articles", "reading"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(local, HttpMethod.Post, "api/files/default/post.md/replay", "reading"));
        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(local, HttpMethod.Post, "api/files/default/post.md/replay", "editing"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(local, HttpMethod.Get, "", null));
    }

    private static async Task<HttpStatusCode> StatusAsync(LocalProcess local, HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        using var response = await local.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
