using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Ingestion;
using Pipeline.Maintenance;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Files;

public sealed class UploadTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drops_a_file_and_gives_the_version_that_its_receipt_has()
    {
        await using var room = await OpenAsync();
        var post = Stories.Post("Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour);
        using var answer = await PutAsync(room, "desk/håmn 1.md", Encoding.UTF8.GetBytes(post), "admin");
        var dropped = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal((HttpStatusCode.Accepted, "desk/håmn 1.md"), (answer.StatusCode, dropped.GetProperty("path").GetString()));
        await ProblemAssert.IsAsync(await GetAsync(room, answer.Headers.Location!), HttpStatusCode.NotFound, "not-found");
        await room.Services.GetRequiredService<ParseStage>().ParseAsync("desk/håmn 1.md", Stop);
        await ProblemAssert.IsAsync(
            await PutAsync(room, "desk/håmn 1.md", "anything"u8.ToArray(), "admin"), HttpStatusCode.Conflict, "conflict");
        await new PipelineInstance(room.Services).DrainAsync(Stop);
        await room.Services.GetRequiredService<Sweeper>().SettleAsync(Stop);

        using var response = await GetAsync(room, answer.Headers.Location!);
        var receipt = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(dropped.GetProperty("version").GetString(), receipt.GetProperty("file").GetProperty("version").GetString());
        Assert.Equal("Harbour closes", receipt.GetProperty("entries")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Refuses_what_is_too_large_empty_or_without_a_folder_and_whoever_is_no_admin()
    {
        await using var room = await OpenAsync();

        await ProblemAssert.IsAsync(
            await PutAsync(room, "desk/a.md", new byte[2001], "admin"), HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        await ProblemAssert.IsAsync(await PutAsync(room, "desk/a.md", [], "admin"), HttpStatusCode.BadRequest, "bad-body");
        foreach (var path in new[] { "a.md", "desk//a.md", "desk/%2E%2E%2Fa.md", "desk/a.zip!/b.md", "desk/a%5Cb.md", "desk/a%01.md" })
            await ProblemAssert.IsAsync(await PutAsync(room, path, [1], "admin"), HttpStatusCode.BadRequest, "bad-parameter");
        await ProblemAssert.IsAsync(await PutAsync(room, "desk/a.md", [1], "read"), HttpStatusCode.Forbidden, "key-too-weak");
        await ProblemAssert.IsAsync(await PutAsync(room, "desk/a.md", [1], null), HttpStatusCode.Unauthorized, "key-missing");
    }

    private Task<TestNewsroom> OpenAsync() => TestNewsroom.OpenAsync(
        emulator, new PipelineHttpSettings { ReaderKey = "read", AdminKey = "admin", UploadBytes = 2000 }, Stop);

    private static async Task<HttpResponseMessage> PutAsync(TestNewsroom room, string path, byte[] body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/files/{path}") { Content = new ByteArrayContent(body) };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        return await room.Client.SendAsync(request, Stop);
    }

    private static async Task<HttpResponseMessage> GetAsync(TestNewsroom room, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("x-functions-key", "read");
        return await room.Client.SendAsync(request, Stop);
    }
}
