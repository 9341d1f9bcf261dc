using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Feeds;

public sealed class FeedTokenTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("feed.rss")]
    [InlineData("feed.atom")]
    [InlineData("feed.json")]
    public async Task Opens_the_feeds_to_whoever_has_no_key_until_it_is_renewed(string feed)
    {
        await using var room = await OpenAsync();
        var token = await AskAsync(room, HttpMethod.Get, "read");

        var answer = await room.Client.GetStringAsync($"/api/feeds/{token}/{feed}?source=coast", Stop);
        Assert.Contains("Harbour closes", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(token, answer, StringComparison.Ordinal);

        var renewed = await AskAsync(room, HttpMethod.Post, "admin");
        Assert.NotEqual(token, renewed);
        Assert.Equal(renewed, await AskAsync(room, HttpMethod.Get, "read"));
        await ProblemAssert.IsAsync(
            await room.Client.GetAsync($"/api/feeds/{token}/{feed}", Stop), HttpStatusCode.Unauthorized, "key-missing");
        Assert.Equal(HttpStatusCode.OK, (await room.Client.GetAsync($"/api/feeds/{renewed}/{feed}", Stop)).StatusCode);
    }

    [Fact]
    public async Task Opens_nothing_but_feeds()
    {
        await using var room = await OpenAsync();
        var token = await AskAsync(room, HttpMethod.Get, "read");

        foreach (var path in new[] { "/api/articles", "/api/feed.rss", "/api/changes", "/api/files", "/api/feed-token" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("x-functions-key", token);
            await ProblemAssert.IsAsync(await room.Client.SendAsync(request, Stop), HttpStatusCode.Unauthorized, "key-missing");
            await ProblemAssert.IsAsync(
                await room.Client.GetAsync($"{path}?code={token}", Stop), HttpStatusCode.Unauthorized, "key-missing");
        }
    }

    [Fact]
    public async Task Is_given_to_readers_and_renewed_by_admins_alone()
    {
        await using var room = await OpenAsync();

        await ProblemAssert.IsAsync(await room.Client.GetAsync("/api/feed-token", Stop), HttpStatusCode.Unauthorized, "key-missing");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/feed-token");
        request.Headers.Add("x-functions-key", "read");
        await ProblemAssert.IsAsync(await room.Client.SendAsync(request, Stop), HttpStatusCode.Forbidden, "key-too-weak");
        foreach (var guess in new[] { "short", "AAAAAAAAAAAAAAAAAAAAAA", new string('A', 400) })
            await ProblemAssert.IsAsync(
                await room.Client.GetAsync($"/api/feeds/{guess}/feed.rss", Stop), HttpStatusCode.Unauthorized, "key-missing");
    }

    private async Task<TestNewsroom> OpenAsync()
    {
        var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin" }, Stop);
        await room.DropAsync("coast/harbour.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);
        return room;
    }

    private static async Task<string> AskAsync(TestNewsroom room, HttpMethod method, string key)
    {
        using var request = new HttpRequestMessage(method, "/api/feed-token");
        request.Headers.Add("x-functions-key", key);
        using var response = await room.Client.SendAsync(request, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("token").GetString()!;
    }
}
