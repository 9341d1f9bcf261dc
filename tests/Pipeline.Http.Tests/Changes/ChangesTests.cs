using System.Net;
using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Changes;

public sealed class ChangesTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_every_commit_once_in_order_while_writers_are_at_work()
    {
        await using var room = await OpenAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => WriteAsync(room, writer)));
        var (heard, cursor) = (new List<JsonElement>(), "");
        while (!writing.IsCompleted || heard.Count < 12)
        {
            var answer = await room.GetAsync($"/api/changes?limit=3{cursor}", Stop);
            heard.AddRange(answer.GetProperty("changes").EnumerateArray());
            cursor = $"&since={answer.GetProperty("next").GetString()}";
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, 12).Select(n => (long)n), heard.Select(change => change.GetProperty("sequence").GetInt64()));
        var listed = (await room.GetAsync("/api/articles?limit=100", Stop)).Titles();
        Assert.Equal(heard.Select(change => change.GetProperty("article").GetProperty("title").GetString()!).Order(), listed.Order());
    }

    [Fact]
    public async Task Holds_an_idle_poll_until_something_is_new()
    {
        await using var room = await OpenAsync();
        var start = (await room.GetAsync("/api/changes?since=latest", Stop)).GetProperty("next").GetString();

        var poll = room.GetAsync($"/api/articles?since={start}&wait=25", Stop);
        await room.DropAsync("coast/a.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);

        Assert.Equal("Harbour closes", (await poll).GetProperty("changes")[0].GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Costs_one_operation_for_an_idle_poll_and_one_for_many_at_once()
    {
        await using var room = await OpenAsync();
        await room.DropAsync("coast/a.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);
        var first = await room.GetAsync("/api/changes", Stop);
        var before = room.Operations.Total;

        var idle = await room.GetAsync($"/api/changes?since={first.GetProperty("next").GetString()}", Stop);

        Assert.Equal(1, room.Operations.Total - before);
        Assert.Empty(idle.GetProperty("changes").EnumerateArray());
        Assert.Equal(first.GetProperty("next").GetString(), idle.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Narrows_a_poll_and_still_moves_its_cursor()
    {
        await using var room = await OpenAsync();
        await room.DropAsync("coast/a.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);
        await room.DropAsync("north/b.md", Stories.Post("图书馆", "2026-03-01T08:00:00Z", Stories.Library), Stop);

        var answer = await room.GetAsync("/api/changes?source=coast", Stop);
        var after = await room.GetAsync($"/api/changes?since={answer.GetProperty("next").GetString()}", Stop);

        Assert.Single(answer.GetProperty("changes").EnumerateArray());
        Assert.Empty(after.GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public async Task Refuses_cursors_that_it_did_not_make_or_cannot_serve()
    {
        await using var room = await OpenAsync();
        await using var other = await OpenAsync();
        await other.DropAsync("coast/a.md", Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour), Stop);
        var ahead = (await other.GetAsync("/api/changes", Stop)).GetProperty("next").GetString()!;
        var tampered = ahead[..^2] + (ahead[^2] == 'A' ? 'B' : 'A') + ahead[^1];
        var old = "AA" + ahead[2..];

        await ProblemAssert.IsAsync(
            await room.Client.GetAsync($"/api/changes?since={tampered}", Stop), HttpStatusCode.BadRequest, "forged-cursor");
        await ProblemAssert.IsAsync(await room.Client.GetAsync($"/api/changes?since={old}", Stop), HttpStatusCode.Gone, "stale-cursor");
        await ProblemAssert.IsAsync(await room.Client.GetAsync($"/api/changes?since={ahead}", Stop), HttpStatusCode.Gone, "stale-cursor");
    }

    private Task<TestNewsroom> OpenAsync() => TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { CursorKey = "one key" }, Stop);

    private static async Task WriteAsync(TestNewsroom room, int writer)
    {
        for (var i = 0; i < 3; i++)
            await room.WriteAsync($"w{writer}/{i}.md", Stories.Post(
                $"Story {writer} {i}", "2026-03-01T08:00:00Z", $"<p>Writer {writer} reports item {i}, nothing more.</p>"), Stop);
    }
}
