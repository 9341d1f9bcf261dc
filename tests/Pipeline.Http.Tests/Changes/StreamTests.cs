using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Changes;

public sealed class StreamTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_that_is_cut_and_resumed_has_no_gap_and_no_repeat()
    {
        await using var room = await OpenAsync(TimeSpan.FromSeconds(2));
        var writing = Task.Run(async () =>
        {
            for (var story = 1; story <= 10; story++)
                await WriteAsync(room, story);
        }, Stop);
        var (heard, last, connections) = (new List<long>(), "", 0);
        while (heard.Count < 10 && connections < 50)
        {
            // Every other connection is cut after two events, the rest end by themselves.
            var most = connections++ % 2 == 0 ? 2 : int.MaxValue;
            last = await ListenAsync(
                room, "/api/changes/stream", last, most, change => heard.Add(change.GetProperty("sequence").GetInt64()));
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, 10).Select(sequence => (long)sequence), heard);
        Assert.InRange(connections, 2, 50);
    }

    [Fact]
    public async Task A_client_that_heard_nothing_comes_back_to_where_it_was()
    {
        await using var room = await OpenAsync(TimeSpan.FromMilliseconds(300));
        await WriteAsync(room, 1);
        var last = await ListenAsync(room, "/api/changes/stream?since=latest", "", 1, _ => Assert.Fail("Nothing is new."));

        await WriteAsync(room, 2);
        var heard = new List<string>();
        await ListenAsync(room, "/api/changes/stream?since=latest&fields=title", last, 1, change => heard.Add(
            change.GetProperty("article").GetProperty("title").GetString()!));

        Assert.Equal(["Story 2"], heard);
    }

    [Fact]
    public async Task A_filter_holds_and_a_cursor_that_is_not_ours_is_refused()
    {
        await using var room = await OpenAsync(TimeSpan.FromMilliseconds(300));
        await WriteAsync(room, 1);
        await WriteAsync(room, 2);
        var heard = new List<long>();
        var last = await ListenAsync(
            room, "/api/changes/stream?source=w1", "", int.MaxValue, change => heard.Add(change.GetProperty("sequence").GetInt64()));

        Assert.Equal([1L], heard);
        Assert.Equal((await room.GetAsync("/api/changes", Stop)).GetProperty("next").GetString(), last);
        using var forged = await SendAsync(room, "/api/changes/stream", "forged");
        await ProblemAssert.IsAsync(forged, HttpStatusCode.BadRequest, "forged-cursor");
    }

    // Returns the last id that was told, as EventSource keeps it.
    private static async Task<string> ListenAsync(
        TestNewsroom room, string path, string last, int most, Action<JsonElement> hear)
    {
        using var response = await SendAsync(room, path, last);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var parser = SseParser.Create(await response.Content.ReadAsStreamAsync(Stop));
        var heard = 0;
        await foreach (var item in parser.EnumerateAsync(Stop))
        {
            hear(JsonDocument.Parse(item.Data).RootElement);
            if (++heard == most)
                break;
        }

        return parser.LastEventId;
    }

    private static Task<HttpResponseMessage> SendAsync(TestNewsroom room, string path, string last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last.Length > 0)
            request.Headers.Add("Last-Event-ID", last);
        return room.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private static Task WriteAsync(TestNewsroom room, int story) => room.WriteAsync($"w{story}/a.md", Stories.Post(
        $"Story {story}", "2026-03-01T08:00:00Z", $"<p>Reporter {story} tells of item {story}, and of nothing more.</p>"), Stop);

    private Task<TestNewsroom> OpenAsync(TimeSpan streamFor) => TestNewsroom.OpenAsync(
        emulator, new PipelineHttpSettings { StreamFor = streamFor, WatchEvery = TimeSpan.FromMilliseconds(100) }, Stop);
}
