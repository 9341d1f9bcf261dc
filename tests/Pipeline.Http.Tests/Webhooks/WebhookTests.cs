using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Timers;
using Pipeline.TestSupport;
using Pipeline.Webhooks;

namespace Pipeline.Http.Tests.Webhooks;

public sealed class WebhookTests(EmulatorFixture emulator)
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private const int Stories = 12;

    private static readonly WebhookSettings Quick = new()
    {
        Timeout = TimeSpan.FromSeconds(1),
        FirstPause = TimeSpan.FromMilliseconds(50),
        LongestPause = TimeSpan.FromMilliseconds(200),
        MaxChanges = 2,
        AllowLoopback = true,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receiver_that_is_killed_slow_and_wrong_misses_nothing_and_gets_changes_in_order()
    {
        await using var receiver = new Receiver(Secret);
        await receiver.StartAsync(Stop);
        await using var room = await OpenAsync(Quick);
        await AddAsync(room, receiver.Url);
        Func<HttpContext, Task<bool>>[] faults =
        [
            context => AnswerAsync(context, StatusCodes.Status500InternalServerError),
            SleepAsync,
            BreakOffAsync,
            context => AnswerAsync(context, StatusCodes.Status302Found),
            _ => Task.FromResult(false),
            context => AnswerAsync(context, StatusCodes.Status429TooManyRequests),
        ];
        var turn = 0;
        receiver.Misbehave = context => faults[turn++ % faults.Length](context);

        for (var story = 0; story < Stories; story++)
        {
            await WriteAsync(room, story);
            await DeliverAsync(room);
            if (story == Stories / 2)
                await receiver.KillAsync();
            if (story == Stories - 3)
                await receiver.StartAsync(Stop);
        }

        await DeliverUntilAsync(room, () => receiver.Changes.Count >= Stories);
        Assert.Equal(Enumerable.Range(1, Stories).Select(sequence => (long)sequence), receiver.Sequences);
        var taken = receiver.Deliveries.Where(delivery => delivery.IsTaken).Select(delivery => delivery.Id).ToHashSet();
        Assert.All(receiver.Deliveries.Take(3), delivery => Assert.Contains(delivery.Id, taken));
        var webhook = await OnlyAsync(room);
        Assert.Equal(("ok", Stories, 0), (
            webhook.GetProperty("health").GetString(), webhook.GetProperty("delivered").GetInt32(),
            webhook.GetProperty("behind").GetInt32()));
    }

    [Fact]
    public async Task One_that_fails_for_long_is_stopped_and_reported_and_loses_nothing_when_it_is_resumed()
    {
        await using var receiver = new Receiver(Secret);
        await receiver.StartAsync(Stop);
        await using var room = await OpenAsync(Quick with { GiveUpAfter = TimeSpan.FromMilliseconds(300) });
        var id = (await AddAsync(room, receiver.Url)).GetProperty("id").GetString();
        receiver.Misbehave = context => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable);

        await WriteAsync(room, 1);
        await DeliverUntilAsync(room, async () => (await room.GetAsync("/api/health", Stop)).GetProperty("stoppedWebhooks").GetInt32() > 0);
        var tries = receiver.Deliveries.Count;
        await WriteAsync(room, 2);
        await DeliverAsync(room);

        Assert.Equal(tries, receiver.Deliveries.Count);
        var stopped = await OnlyAsync(room);
        Assert.Equal(("stopped", "the receiver answered 503 ServiceUnavailable", 2), (
            stopped.GetProperty("health").GetString(), stopped.GetProperty("lastError").GetString(),
            stopped.GetProperty("behind").GetInt32()));

        receiver.Misbehave = _ => Task.FromResult(false);
        using (var resumed = await room.Client.PatchAsJsonAsync($"/api/webhooks/{id}", new { isActive = true }, Stop))
            Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        await DeliverAsync(room);
        Assert.Equal([1L, 2L], receiver.Sequences);
        Assert.Equal(0, (await room.GetAsync("/api/health", Stop)).GetProperty("stoppedWebhooks").GetInt32());
    }

    [Fact]
    public async Task Rounds_at_once_deliver_each_change_once()
    {
        await using var receiver = new Receiver(Secret);
        await receiver.StartAsync(Stop);
        await using var room = await OpenAsync(Quick);
        await AddAsync(room, receiver.Url);
        for (var story = 1; story <= 5; story++)
            await WriteAsync(room, story);

        await Task.WhenAll(DeliverAsync(room), DeliverAsync(room), DeliverAsync(room));

        Assert.Equal([1L, 2L, 3L, 4L, 5L], receiver.Sequences);
    }

    [Fact]
    public async Task One_that_wants_no_more_is_stopped_at_once()
    {
        await using var receiver = new Receiver(Secret);
        await receiver.StartAsync(Stop);
        await using var room = await OpenAsync(Quick);
        await AddAsync(room, receiver.Url);
        receiver.Misbehave = context => AnswerAsync(context, StatusCodes.Status410Gone);

        await WriteAsync(room, 1);
        await DeliverAsync(room);

        Assert.Equal("stopped", (await OnlyAsync(room)).GetProperty("health").GetString());
    }

    [Fact]
    public async Task A_filter_and_fields_hold_as_in_a_poll_and_a_large_delivery_is_cut()
    {
        await using var receiver = new Receiver(Secret);
        await receiver.StartAsync(Stop);
        await using var room = await OpenAsync(Quick with { MaxBytes = 200, MaxChanges = 100 });
        await WriteAsync(room, 1);
        await AddAsync(room, receiver.Url, "source=w1,w3,w4&fields=title", "oldest");

        for (var story = 2; story < 6; story++)
            await WriteAsync(room, story);
        await DeliverAsync(room);

        Assert.Equal([1L, 3L, 4L], receiver.Sequences);
        Assert.Equal(3, receiver.Deliveries.Count);
        Assert.All(receiver.Changes, change => Assert.Equal(
            ["id", "state", "title"], change.GetProperty("article").EnumerateObject().Select(field => field.Name).Order()));
    }

    [Fact]
    public async Task Secrets_are_never_answered_and_addresses_without_what_looks_like_a_key()
    {
        await using var room = await OpenAsync(Quick);
        using var added = await PostAsync(room, new { url = "https://desk.example/hook?token=abc", secret = Secret });
        var text = await added.Content.ReadAsStringAsync(Stop) + await room.Client.GetStringAsync("/api/webhooks", Stop);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.DoesNotContain("whsec_", text, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", text, StringComparison.Ordinal);
        using var again = await PostAsync(room, new { url = "https://desk.example/hook?token=abc", secret = Secret });
        await ProblemAssert.IsAsync(again, HttpStatusCode.Conflict, "conflict");
    }

    [Theory]
    [InlineData("http://10.1.2.3/hook")]
    [InlineData("http://127.0.0.1:9000/hook")]
    [InlineData("http://localhost/hook")]
    [InlineData("https://[fd00::1]/hook")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://desk.example:9000/hook")]
    [InlineData("https://user:secret@desk.example/hook")]
    [InlineData("ftp://desk.example/hook")]
    [InlineData("hook")]
    public async Task A_private_address_is_refused(string url)
    {
        await using var room = await OpenAsync(new WebhookSettings());
        using var refused = await PostAsync(room, new { url, secret = Secret });
        await ProblemAssert.IsAsync(refused, HttpStatusCode.BadRequest, "bad-body");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_what_is_wrong()
    {
        await using var room = await OpenAsync(Quick);
        var url = "https://desk.example/hook";
        (object Body, string Problem)[] wrong =
        [
            (new { url, secret = "password" }, "bad-body"), (new { url }, "bad-body"), (new { url, secert = Secret }, "bad-body"),
            (new { url, secret = Secret, filter = "sauce=coast" }, "unknown-parameter"),
            (new { url, secret = Secret, filter = "language=tlhlhlhlhlh" }, "bad-parameter"),
            (new { url, secret = Secret, since = "yesterday" }, "forged-cursor"),
        ];
        foreach (var (body, problem) in wrong)
        {
            using var refused = await PostAsync(room, body);
            await ProblemAssert.IsAsync(refused, HttpStatusCode.BadRequest, problem);
        }

        using var unknown = await room.Client.DeleteAsync("/api/webhooks/aaaaaaaaaaaaaaaaaaaaaaaaaa", Stop);
        await ProblemAssert.IsAsync(unknown, HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<bool> AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = "http://127.0.0.1:1/";
        await context.Response.WriteAsync("<garbage>\0");
        return true;
    }

    private static async Task<bool> SleepAsync(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    private static Task<bool> BreakOffAsync(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    private static Task WriteAsync(TestNewsroom room, int story) => room.WriteAsync($"w{story}/a.md", Newsroom.Stories.Post(
        $"Story {story}", "2026-03-01T08:00:00Z", $"<p>Reporter {story} tells of item {story}, and of nothing more.</p>"), Stop);

    private static Task DeliverAsync(TestNewsroom room) =>
        room.Services.GetRequiredService<MaintenanceTimers>().RunAsync(nameof(TimerSchedules.DeliverWebhooks), Stop);

    private static Task DeliverUntilAsync(TestNewsroom room, Func<bool> isDone) =>
        DeliverUntilAsync(room, () => Task.FromResult(isDone()));

    private static async Task DeliverUntilAsync(TestNewsroom room, Func<Task<bool>> isDone)
    {
        for (var rounds = 0; rounds < 200 && !await isDone(); rounds++)
        {
            await DeliverAsync(room);
            await Task.Delay(50, Stop);
        }
    }

    private static async Task<JsonElement> AddAsync(TestNewsroom room, Uri url, string filter = "", string since = "latest")
    {
        using var added = await PostAsync(room, new { url, secret = Secret, filter, since });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        return await added.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static Task<HttpResponseMessage> PostAsync(TestNewsroom room, object body) =>
        room.Client.PostAsJsonAsync("/api/webhooks", body, Stop);

    private static async Task<JsonElement> OnlyAsync(TestNewsroom room) =>
        (await room.GetAsync("/api/webhooks", Stop)).GetProperty("items").EnumerateArray().Single();

    private Task<TestNewsroom> OpenAsync(WebhookSettings webhooks) =>
        TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), new PipelineSettings { Webhooks = webhooks }, Stop);
}
