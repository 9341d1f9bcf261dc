using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.Routing;

/// <summary>What a client got wrong is named the same way wherever it is got wrong.</summary>
[Collection(nameof(ReadingTests))]
public sealed class WrongRequestTests(SharedNewsroom shared)
{
    private const string Id = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Known = "There are: ";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Client => shared.Room.Client;

    // What is below `files` and ends in `/replay` may be the path of a file, which can be asked for.
    public static TheoryData<string> Paths => [.. PipelineRoutes.All.Select(route => route.Path).Distinct().Where(
        path => path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/files/{path}/replay")];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_method_that_a_path_does_not_have_is_a_405_that_names_those_it_has(string path)
    {
        var methods = PipelineRoutes.All.Where(route => route.Path == path).SelectMany(route => route.Methods).Distinct().ToList();
        foreach (var wrong in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" }.Except(methods))
        {
            using var request = new HttpRequestMessage(new HttpMethod(wrong), path.Replace("{id}", Id, StringComparison.Ordinal));
            using var response = await Client.SendAsync(request, Stop);

            // Below `files` one may post too, behind the path of a file.
            Assert.Equal(
                path == "/api/files/{path}" ? methods.Append("POST").Order() : methods.Order(),
                response.Content.Headers.Allow.Union(path == "/api/files/{path}" ? ["POST"] : []).Order());
            await ProblemAssert.IsAsync(response, HttpStatusCode.MethodNotAllowed, "wrong-method");
        }
    }

    [Theory]
    [InlineData("/api/articles?")]
    [InlineData("/api/articles?q=quay&")]
    [InlineData("/api/articles?since=latest&")]
    [InlineData("/api/changes?")]
    [InlineData("/api/changes/stream?")]
    [InlineData("/api/stories?")]
    [InlineData("/api/export?")]
    [InlineData("/api/feed.rss?")]
    [InlineData("/api/feed.atom?")]
    [InlineData("/api/feed.json?")]
    public async Task An_interval_that_is_upside_down_is_a_400_that_says_so(string path)
    {
        var detail = await ReadDetailAsync($"{path}publishedFrom=2026-03-02&publishedTo=2026-03-01T23:59:59Z");

        Assert.StartsWith("`publishedTo` is before `publishedFrom`", detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync($"{path}publishedFrom=2026-03-02&publishedTo=2026-03-02", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/api/articles?")]
    [InlineData("/api/articles?q=quay&")]
    [InlineData("/api/articles?ids=" + Id + "&")]
    [InlineData("/api/changes?")]
    [InlineData("/api/changes/stream?")]
    [InlineData("/api/export?")]
    public async Task An_unknown_field_is_a_400_that_lists_every_field_there_is(string path)
    {
        var detail = await ReadDetailAsync($"{path}fields=title,headline");
        var article = await shared.Room.GetAsync($"/api/articles/{await shared.Room.FirstIdAsync("source=coast", Stop)}", Stop);

        var known = detail[(detail.IndexOf(Known, StringComparison.Ordinal) + Known.Length)..].TrimEnd('.').Split(", ");
        string[] some = ["id", "state", "title", "url", "text", "html", "publisher", "enclosures"];
        Assert.Superset(some.ToHashSet(), known.ToHashSet());
        Assert.Superset(article.EnumerateObject().Select(field => field.Name).Except(["cluster"]).ToHashSet(), known.ToHashSet());
    }

    [Theory]
    [InlineData("/api/articles?limit=1", "&source=-lab")]
    [InlineData("/api/articles?limit=1&sort=oldest", "&minOutlets=2")]
    [InlineData("/api/articles?limit=1&include=duplicates&q=quay", "&source=coast")]
    [InlineData("/api/articles?limit=1&include=duplicates&q=quay", "&sort=newest")]
    [InlineData("/api/stories?limit=1", "&source=coast")]
    [InlineData("/api/files?limit=1", "&source=coast")]
    public async Task A_filter_that_changes_under_a_cursor_has_a_problem_type_of_its_own(string path, string change)
    {
        var next = (await shared.Room.GetAsync(path, Stop)).GetProperty("next").GetString();

        await ProblemAssert.IsAsync(
            await Client.GetAsync($"{path}{change}&cursor={next}", Stop), HttpStatusCode.BadRequest, "changed-filter");
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync($"{path}&cursor={next}", Stop)).StatusCode);
    }

    private async Task<string> ReadDetailAsync(string address)
    {
        await ProblemAssert.IsAsync(await Client.GetAsync(address, Stop), HttpStatusCode.BadRequest, "bad-parameter");
        using var again = await Client.GetAsync(address, Stop);
        return (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString()!;
    }
}
