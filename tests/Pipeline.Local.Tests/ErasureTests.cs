using System.Net;
using System.Text.Json;

namespace Pipeline.Local.Tests;

public sealed class ErasureTests(RunningPipeline pipeline)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Http => pipeline.Local.Http;

    [Fact]
    public async Task What_is_erased_is_gone_told_to_those_who_poll_and_stays_away_when_its_file_comes_again()
    {
        var file = pipeline.Folder.Write("erased/post.md", Posts.Post(57));
        Assert.Equal(0, (await DropAsync(file)).ExitCode);
        var article = await FindAsync();
        var (id, title) = (article.GetProperty("id").GetString()!, article.GetProperty("title").GetString()!);
        var since = (await ReadAsync("api/changes?since=latest")).GetProperty("next").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await Http.DeleteAsync($"api/articles/{id}", Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync($"api/articles/{id}", Stop)).StatusCode);
        var poll = await ReadAsync($"api/changes?since={Uri.EscapeDataString(since)}");
        var told = Assert.Single(poll.GetProperty("changes").EnumerateArray(), change => Told(change).Id == id);
        Assert.Equal((id, "", "withdrawn"), Told(told));
        await StaysAwayAsync(title);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.DeleteAsync($"api/articles/{id}", Stop)).StatusCode);

        var again = await DropAsync(pipeline.Folder.Write("erased-again/other.md", Posts.Post(57)));
        Assert.Contains("withdrawn", again.Output, StringComparison.Ordinal);
        await StaysAwayAsync(title);
    }

    private static (string Id, string Title, string Kind) Told(JsonElement change)
    {
        var article = change.GetProperty("article");
        return (article.GetProperty("id").GetString()!, article.GetProperty("title").GetString()!, change.GetProperty("kind").GetString()!);
    }

    private async Task StaysAwayAsync(string title)
    {
        Assert.Empty((await ReadAsync("api/articles?source=erased&include=duplicates,withdrawn")).GetProperty("items").EnumerateArray());
        foreach (var path in (string[])["api/changes?limit=500", "api/files/erased/post.md"])
            Assert.DoesNotContain(title, await Http.GetStringAsync(path, Stop), StringComparison.Ordinal);
    }

    private async Task<JsonElement> FindAsync() =>
        (await ReadAsync("api/articles?source=erased")).GetProperty("items").EnumerateArray().Single();

    private async Task<JsonElement> ReadAsync(string path) => JsonDocument.Parse(await Http.GetStringAsync(path, Stop)).RootElement;

    private Task<(int ExitCode, string Output, string Errors)> DropAsync(string file) => pipeline.DropAsync(file, "--source", "erased");
}
