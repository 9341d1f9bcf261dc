using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Clusters;

/// <summary>What the endpoint says of articles that carry one text.</summary>
public sealed class ClusterTests(EmulatorFixture emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duplicate_is_explained_by_its_canonical_article_rule_figures_and_passages()
    {
        await using var room = await OpenAsync();
        var canonical = await room.FirstIdAsync("source=coast", Stop);

        var duplicate =
            Assert.Single((await room.GetAsync($"/api/articles/{canonical}/duplicates", Stop)).GetProperty("items").EnumerateArray());

        Assert.Equal(
            ("local", canonical, canonical), (Text(duplicate, "source"), Text(duplicate, "canonicalId"), Text(duplicate, "matchedWith")));
        Assert.Equal("resemblance", Text(duplicate.GetProperty("match"), "rule"));
        var comparison = duplicate.GetProperty("comparison");
        Assert.InRange(comparison.GetProperty("containment").GetDouble(), 0.9, 1);
        Assert.InRange(comparison.GetProperty("resemblance").GetDouble(), 0.6, 0.99);
        Assert.StartsWith("The harbour authority in Varberg will close its northern quay for eleven weeks", First(
            comparison, "shared"), StringComparison.Ordinal);
        Assert.StartsWith("Residents of Strandgatan", First(comparison, "added"), StringComparison.Ordinal);
        Assert.Equal(0, comparison.GetProperty("dropped").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Seen_from_the_copy_what_it_adds_is_what_the_canonical_article_drops()
    {
        await using var room = await OpenAsync();
        var copy = await room.FirstIdAsync("source=local&include=duplicates", Stop);

        var canonical =
            Assert.Single((await room.GetAsync($"/api/articles/{copy}/duplicates", Stop)).GetProperty("items").EnumerateArray());

        Assert.Equal(Text(canonical, "articleId"), Text(canonical, "canonicalId"));
        Assert.StartsWith("Residents of Strandgatan", First(canonical.GetProperty("comparison"), "dropped"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_is_bounded_whatever_the_texts()
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        var text = string.Concat(Enumerable.Range(1, 2_000).Select(
            i => $"<p>Sentence {i * 7919} of the {i * 104729} that were counted {new string('x', 400)} here.</p>"));
        await room.DropAsync("one/a.md", Stories.Post("One", "2026-03-01T08:00:00Z", text), Stop);
        await room.DropAsync("two/a.md", Stories.Post("Two", "2026-03-01T09:00:00Z", text), Stop);

        var answer = await room.GetAsync($"/api/articles/{await room.FirstIdAsync("source=one", Stop)}/duplicates", Stop);

        var shared = answer.GetProperty("items")[0].GetProperty("comparison").GetProperty("shared");
        Assert.Equal(20, shared.GetProperty("first").GetArrayLength());
        Assert.InRange(shared.GetProperty("count").GetInt32(), 100, 2_000);
        Assert.InRange(answer.GetRawText().Length, 1, 20_000);
    }

    [Fact]
    public async Task A_cluster_says_who_published_how_late_and_who_credits_whom()
    {
        await using var room = await OpenAsync();
        var canonical = await room.FirstIdAsync("source=coast", Stop);
        var copy = await room.FirstIdAsync("source=local&include=duplicates", Stop);
        var before = room.Operations.Total;

        var cluster = await room.GetAsync($"/api/clusters/{canonical}", Stop);

        Assert.Equal(1, room.Operations.Total - before);
        Assert.Equal([("coast", 0), ("local", 3_600)], cluster.GetProperty("members").EnumerateArray().Select(
            member => (Text(member, "source"), member.GetProperty("lagSeconds").GetInt32())));
        var credit = Assert.Single(cluster.GetProperty("credits").EnumerateArray());
        Assert.Equal((copy, canonical, "Coast Daily"), (Text(credit, "from"), Text(credit, "to"), Text(credit, "name")));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string First(JsonElement comparison, string passages) =>
        comparison.GetProperty(passages).GetProperty("first")[0].GetString()!;

    private async Task<TestNewsroom> OpenAsync()
    {
        var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), Stop);
        await room.DropAsync("coast/harbour.md", Stories.Post(
            "Harbour closes", "2026-03-01T08:00:00Z", Stories.Harbour, "https://coast.example/harbour"), Stop);
        await room.DropAsync("local/harbour.md", Stories.Post(
            "Quay shut", "2026-03-01T09:00:00Z", Stories.HarbourLocal + Stories.HarbourCredit, "https://local.example/quay"), Stop);
        return room;
    }
}
