using System.Net;
using System.Text.Json;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.Export;

[Collection(nameof(ReadingTests))]
public sealed class ExportTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_every_article_whole_on_a_line_of_its_own()
    {
        var lines = await ReadAsync("/api/export?include=duplicates");
        var listed = await shared.Room.GetAsync("/api/articles?include=duplicates", Stop);

        Assert.Equal(listed.Titles(), lines.Select(line => line.GetProperty("article").GetProperty("title").GetString()));
        Assert.All(lines, line => Assert.NotEmpty(line.GetProperty("article").GetProperty("text").GetString()!));
    }

    [Theory]
    [InlineData("/api/export?include=duplicates&fields=title", "cursor")]
    [InlineData("/api/export?include=duplicates&fields=title&sort=oldest", "cursor")]
    [InlineData("/api/export?fields=title&since=oldest", "since")]
    public async Task Goes_on_behind_any_line(string address, string parameter)
    {
        var whole = await ReadAsync(address);
        for (var line = 0; line < whole.Count; line++)
        {
            var cursor = whole[line].GetProperty("cursor").GetString();
            var rest = await ReadAsync($"{address.Replace("&since=oldest", "", StringComparison.Ordinal)}&{parameter}={cursor}");

            Assert.Equal(whole.Skip(line + 1).Select(Text), rest.Select(Text));
        }
    }

    [Fact]
    public async Task Writes_the_lines_of_the_log_that_the_filters_let_through()
    {
        var lines = await ReadAsync("/api/export?since=oldest&source=coast,local&fields=title");

        Assert.Equal(["new", "new"], lines.Select(line => line.GetProperty("kind").GetString()));
        Assert.Equal(["Harbour closes", "Quay shut"], lines.Select(line => line.GetProperty("article").GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Refuses_a_cursor_of_other_filters_before_it_writes()
    {
        var cursor = (await ReadAsync("/api/export"))[0].GetProperty("cursor").GetString();

        await ProblemAssert.IsAsync(
            await shared.Room.Client.GetAsync($"/api/export?source=coast&cursor={cursor}", Stop), HttpStatusCode.BadRequest,
            "changed-filter");
    }

    private static string Text(JsonElement line) => line.GetRawText();

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string address) =>
        [.. (await shared.Room.Client.GetStringAsync(address, Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(
            line => JsonDocument.Parse(line).RootElement)];
}
