using System.Text.Json;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.Clusters;

[Collection(nameof(ReadingTests))]
public sealed class StoryTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_each_story_once_the_one_that_changed_last_first()
    {
        var stories = await ReadAsync("/api/stories");

        // In the order of the drops, and the quay's story with its copy.
        Assert.Equal(
            [Stories.HostileTitle, "سوق الحرفيين يعود", "图书馆夜间书架", "Harbour closes"],
            stories.Select(story => story.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Says_who_carries_a_story_and_since_when()
    {
        var story = Assert.Single(await ReadAsync("/api/stories?minOutlets=2"));

        Assert.Equal((2, 2), (story.GetProperty("outlets").GetInt32(), story.GetProperty("articles").GetInt32()));
        Assert.Equal("2026-03-01T08:00:00Z", story.GetProperty("first").GetString());
        Assert.Equal("2026-03-01T09:00:00Z", story.GetProperty("last").GetString());
        Assert.Equal("coast", story.GetProperty("canonical").GetProperty("source").GetString());
    }

    [Fact]
    public async Task Pages_through_all_stories_once()
    {
        var titles = new List<string?>();
        for (var address = "/api/stories?limit=1"; ;)
        {
            var page = await shared.Room.GetAsync(address, Stop);
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("title").GetString()));
            if (!page.TryGetProperty("next", out var next))
                break;
            address = $"/api/stories?limit=1&cursor={next.GetString()}";
        }

        Assert.Equal((await ReadAsync("/api/stories")).Select(story => story.GetProperty("title").GetString()), titles);
    }

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string address) =>
        [.. (await shared.Room.GetAsync(address, Stop)).GetProperty("items").EnumerateArray()];
}
