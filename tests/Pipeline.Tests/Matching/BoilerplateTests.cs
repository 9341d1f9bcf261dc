using Pipeline.Ingestion;
using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

/// <summary>Two texts over one long notice may be one story under two tops; the others that have the notice tell.</summary>
public sealed class BoilerplateTests
{
    private static readonly DateTimeOffset Morning = new(2026, 2, 20, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Languages => [.. Imprints.Publishers.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Three_stories_of_two_outlets_are_three(string language)
    {
        var texts = Under(language, (0, "gazette"), (1, "courier"), (2, "gazette"));
        foreach (var own in texts)
            Assert.Empty(Look(own, texts).ListMatches());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_third_tells_that_the_first_two_are_two(string language)
    {
        var texts = Under(language, (0, "gazette"), (1, "courier"), (2, "gazette"));
        Assert.Contains(
            Look(texts[2], texts).Separate().Apart, pair => pair.Has(texts[0].ArticleId) && pair.Has(texts[1].ArticleId));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_copy_is_a_copy_however_many_stories_are_there(string language)
    {
        var texts = Under(language, (0, "gazette"), (1, "courier"), (2, "gazette"), (3, "courier"), (0, "herald"));
        Assert.Equal("0 gazette", Assert.Single(Look(texts[4], texts).ListMatches()).Candidate.ArticleId);
        var pair = Assert.Single(Look(texts[4], texts).Separate().Together);
        Assert.True(pair.Has("0 gazette") && pair.Has("0 herald"));
    }

    // Nothing in the two texts says whether one is the other under a new top.
    [Theory]
    [MemberData(nameof(Languages))]
    public void Two_stories_that_stand_alone_are_taken_for_one(string language)
    {
        var texts = Under(language, (0, "gazette"), (1, "courier"));
        var look = Look(texts[0], texts);
        Assert.Single(look.ListMatches());
        Assert.True(look.IsUnderOwnTop(texts[1]));
        Assert.Empty(look.Separate().Apart);
    }

    [Fact]
    public void One_story_under_the_tops_of_several_outlets_is_one()
    {
        var tops = Imprints.Publishers["English"].Stories;
        var body = Stories.Text(Stories.Harbour.Skip(1));
        BandCandidate[] texts =
        [
            Candidate("first", Stories.Text(Stories.Harbour)),
            .. Enumerable.Range(0, 3).Select(top => Candidate($"outlet{top}", $"{tops[top]}\n\n{body}")),
        ];
        foreach (var own in texts)
            Assert.Equal(3, Look(own, texts).ListMatches().Count);
    }

    [Fact]
    public void A_notice_of_an_agency_is_known_by_the_stories_of_five_outlets()
    {
        var (stories, imprint) = Imprints.Publishers["English"];
        BandCandidate[] texts =
        [
            .. stories.Append(Stories.Text(Stories.Observatory.Take(3)))
                .Select((story, index) => Candidate($"outlet{index}", $"{story}\n\n{imprint}")),
        ];
        Assert.Equal(3, Look(texts[3], texts[..4]).ListMatches().Count);
        foreach (var own in texts)
            Assert.Empty(Look(own, texts).ListMatches());
    }

    [Fact]
    public void What_others_can_have_told_long_before_is_not_told_again()
    {
        var texts = Under("English", (0, "gazette"), (1, "courier"), (2, "gazette"));
        var late = Under("English", (3, "courier"))[0] with { FirstSeen = Morning.AddHours(2) };
        Assert.All(Look(late, texts).Separate().Apart, pair => Assert.True(pair.Has(late.ArticleId)));
        Assert.Contains(
            Look(late with { FirstSeen = Morning.AddMinutes(5) }, texts).Separate().Apart, pair => !pair.Has(late.ArticleId));
    }

    private static CandidateComparison Look(BandCandidate own, IEnumerable<BandCandidate> texts) =>
        new(own, texts.Where(text => text != own));

    private static BandCandidate[] Under(string language, params (int Story, string Source)[] articles)
    {
        var (stories, imprint) = Imprints.Publishers[language];
        return [.. articles.Select(article =>
            Candidate(article.Source, $"{stories[article.Story]}\n\n{imprint}") with { ArticleId = $"{article.Story} {article.Source}" })];
    }

    private static BandCandidate Candidate(string source, string text) =>
        new(source, Morning, 0, Fingerprint.FromText(text, source, Morning)!.Sketch);
}
