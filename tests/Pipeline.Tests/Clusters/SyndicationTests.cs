using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Tests.Clusters;

public sealed class SyndicationTests
{
    private static readonly DateTimeOffset Morning = new(2026, 2, 20, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_copy_credits_the_article_whose_address_it_gives() =>
        Assert.Equal(
            [new SyndicationCredit("copy", "wire", null, "https://wire.example/1")],
            CreditsOf(Member("wire", 0), Member("other", 1), Member("copy", 2) with { OriginalUrl = "https://wire.example/1" }));

    [Theory]
    [InlineData("Coast Notes", null)]
    [InlineData("The notes", "https://www.coast-notes.example/")]
    public void A_copy_credits_the_outlet_that_it_names_or_whose_site_it_gives(string name, string? url) =>
        Assert.Equal(
            "coast-notes",
            Assert.Single(CreditsOf(Member("coast-notes", 0), Member("copy", 2) with { OriginalPublisher = new Publisher(name, url) })).To);

    [Fact]
    public void A_copy_of_a_copy_credits_the_outlet_that_published_that() =>
        Assert.Equal(
            ["mirror", null],
            CreditsOf(
                Member("planet", 1)
                    with
                { Republisher = new Publisher("Mirror"), OriginalPublisher = new Publisher("Agency"), ArticleId = "mirror" },
                Member("copy", 2) with { OriginalPublisher = new Publisher("mirror") }).Select(credit => credit.To).OrderDescending(
                    StringComparer.Ordinal));

    [Fact]
    public void A_credit_to_an_outlet_that_is_not_there_names_it() =>
        Assert.Equal([new SyndicationCredit("copy", null, "Agency", null)], CreditsOf(
            Member("other", 0), Member("copy", 1) with { OriginalPublisher = new Publisher("Agency") }));

    [Fact]
    public void An_article_never_credits_itself() =>
        Assert.Null(Assert.Single(CreditsOf(
            Member("wire", 0) with { OriginalPublisher = new Publisher("Wire", "https://wire.example/1") }, Member("copy", 1))).To);

    [Fact]
    public void Lags_are_counted_from_the_earliest_even_where_another_is_canonical() =>
        Assert.Equal(Morning, Syndication.FirstOf(new Cluster("c", "preferred", [Member("preferred", 3), Member("wire", 0)])));

    private static IReadOnlyList<SyndicationCredit> CreditsOf(params ClusterMember[] members) =>
        Syndication.CreditsOf(new Cluster("c", members[0].ArticleId, members));

    private static ClusterMember Member(string outlet, int hour) =>
        new(outlet, outlet, "A story", $"https://{outlet}.example/1", Morning.AddHours(hour), null, null);
}
