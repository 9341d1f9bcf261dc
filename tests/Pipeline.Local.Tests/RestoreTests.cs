using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pipeline.Local.Tests;

public sealed class RestoreTests
{
    private static readonly Dictionary<string, string> AsItIs = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restored_pipeline_answers_as_the_one_that_was_backed_up()
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, string> before;
        await using (var first = await LocalProcess.StartAsync(folder["first"], AsItIs))
        {
            await first.Api.SettledFilesAsync(count: 6);
            before = await ReadAsync(first, await PathsAsync(first));
            using var added = await first.Http.PostAsJsonAsync(
                "api/webhooks", new { url = "http://127.0.0.1:9/hook", secret = $"whsec_{Convert.ToBase64String(new byte[32])}" }, Stop);
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            Assert.Equal(0, (await LocalProcess.RunAsync("backup", folder["backup"], "--data", folder["first"])).ExitCode);
        }

        await using (var empty = await LocalProcess.StartAsync(folder["second"], AsItIs, "--no-samples"))
        {
            var (exitCode, output, errors) = await LocalProcess.RunAsync("restore", folder["backup"], "--data", folder["second"]);
            Assert.True(exitCode == 0, output + errors);
            Assert.Equal(2, (await LocalProcess.RunAsync("restore", folder["backup"], "--data", folder["second"])).ExitCode);
        }

        await using var second = await LocalProcess.StartAsync(folder["second"], AsItIs, "--no-samples");
        Assert.Equal(before, await ReadAsync(second, before.Keys));
        // The first may still deliver.
        var webhooks = (await second.Http.GetFromJsonAsync<JsonElement>("api/webhooks", Stop)).GetProperty("items");
        Assert.Equal("stopped", webhooks.EnumerateArray().Single().GetProperty("health").GetString());
    }

    [Fact]
    public async Task A_backup_that_is_not_whole_is_not_restored()
    {
        using var folder = new TemporaryFolder();
        folder.Write("backup/articles.jsonl.gz", "");
        await using var empty = await LocalProcess.StartAsync(folder["data"], AsItIs, "--no-samples");

        var (exitCode, _, errors) = await LocalProcess.RunAsync("restore", folder["backup"], "--data", folder["data"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("manifest.json", errors, StringComparison.Ordinal);
    }

    // Lists, the log with a poller's cursor, receipts, and each article with its revisions and copies.
    private static async Task<IReadOnlyList<string>> PathsAsync(LocalProcess local)
    {
        var poll = JsonDocument.Parse(await local.Http.GetStringAsync("api/changes?limit=2", Stop)).RootElement;
        var articles =
            (await local.Api.ListAsync("api/articles")).Select(article => $"api/articles/{article.GetProperty("id").GetString()}").ToList();
        var files = (await local.Api.ListAsync("api/files")).Select(file => $"api/files/{file.GetProperty("path").GetString()}");
        return
        [
            "api/articles?include=duplicates", "api/files", "api/changes?limit=2",
            $"api/changes?since={Uri.EscapeDataString(poll.GetProperty("next").GetString()!)}",
            .. articles, .. articles.Select(path => $"{path}/revisions"), .. articles.Select(path => $"{path}/duplicates"), .. files,
        ];
    }

    private static async Task<Dictionary<string, string>> ReadAsync(LocalProcess local, IEnumerable<string> paths)
    {
        var answers = new Dictionary<string, string>();
        foreach (var path in paths)
            answers[path] = await local.Http.GetStringAsync(path, Stop);
        return answers;
    }
}
