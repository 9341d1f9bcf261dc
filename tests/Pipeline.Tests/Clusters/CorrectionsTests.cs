using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Tests.Clusters;

/// <summary>Which article stands for a cluster that holds a text and its correction.</summary>
public sealed class CorrectionsTests
{
    private static readonly CanonicalRule Rule = new(new SourcePolicies(
        new Dictionary<string, SourcePolicy> { ["preferred"] = SourcePolicy.Prefer, ["last"] = SourcePolicy.NeverCanonical }));

    [Fact]
    public void A_correction_stands_for_the_text_that_it_corrects() =>
        Assert.Equal("b", First(Member("a", "wire", 1), Member("b", "wire", 3) with { IsCorrection = true }, Member("c", "daily", 2)));

    [Fact]
    public void The_last_of_a_sources_corrections_counts() =>
        Assert.Equal("c", First(Correction("b", "wire", 2), Correction("c", "wire", 3), Member("a", "wire", 1)));

    [Fact]
    public void A_copied_correction_does_not_pass_the_sources_own() =>
        Assert.Equal("b", First(Member("a", "wire", 1), Correction("b", "wire", 2), Correction("c", "daily", 3)));

    [Fact]
    public void A_correction_that_another_outlet_alone_has_is_shown() =>
        Assert.Equal("c", First(Member("a", "wire", 1), Member("b", "wire", 2), Correction("c", "daily", 3), Correction("d", "daily", 4)));

    [Fact]
    public void A_marked_text_that_came_before_corrects_nothing() =>
        Assert.Equal("a", First(Member("b", "wire", 2), Correction("a", "daily", 1)));

    [Fact]
    public void What_a_source_sends_later_with_other_figures_stands_whichever_came_first()
    {
        var mended = new Match(MatchRule.Resemblance, 0.9, 0.9) { IsMended = true };
        Assert.Equal("b", First(Member("a", "wire", 1), Member("b", "wire", 2) with { MatchedWith = "a", Match = mended }));
        Assert.Equal("b", First(Member("a", "wire", 1) with { MatchedWith = "b", Match = mended }, Member("b", "wire", 2)));
    }

    [Fact]
    public void No_correction_passes_what_a_policy_prefers_or_comes_from_a_source_that_never_stands() =>
        Assert.Equal("p", First(Member("p", "preferred", 1), Correction("b", "wire", 2), Correction("c", "last", 3)));

    private static string First(params ClusterMember[] members) => Rule.Order(members)[0].ArticleId;

    private static ClusterMember Correction(string id, string source, int hour) => Member(id, source, hour) with { IsCorrection = true };

    private static ClusterMember Member(string id, string source, int hour) =>
        new(id, source, id, null, new DateTimeOffset(2026, 3, 4, hour, 0, 0, TimeSpan.Zero), null, null);
}
