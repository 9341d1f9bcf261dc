using CsCheck;
using Pipeline.Articles;

namespace Pipeline.Tests.Enrichment.Urls;

public class UrlEnricherTests
{
    private const string Fetched = "https://news.example/2026/03/ferry-runs-again?utm_source=feed";

    [Theory]
    [InlineData("https://www.news.example/2026/03/ferry-runs-again", null, "https://www.news.example/2026/03/ferry-runs-again",
        "rel=canonical")]
    [InlineData("https://news.example/", null, "https://news.example/2026/03/ferry-runs-again",
        "declared; rel=canonical names a home page")]
    [InlineData("https://news.example/en", "https://news.example/2026/03/ferry", "https://news.example/2026/03/ferry",
        "og:url; rel=canonical names a home page")]
    [InlineData("https://other.example/about-us", null, "https://news.example/2026/03/ferry-runs-again",
        "declared; rel=canonical names another site's page")]
    [InlineData("https://wire.example/story/ferry-runs-again.html", null, "https://wire.example/story/ferry-runs-again.html",
        "rel=canonical")]
    [InlineData(null, "https://m.news.example/2026/03/ferry-runs-again/amp?fbclid=1", "https://www.news.example/2026/03/ferry-runs-again",
        "og:url")]
    [InlineData("not an address", null, "https://news.example/2026/03/ferry-runs-again", "declared")]
    public void Trusts_what_a_page_claims_unless_it_names_another_page(string? canonical, string? shared, string url, string source)
    {
        var article = Enriched.Of(Page(Fetched, canonical, shared));
        Assert.Equal(url, article.Url);
        Assert.Equal(source, article.Provenance["url"]);
    }

    [Fact]
    public void A_page_whose_address_is_not_known_is_known_by_its_claims()
    {
        Assert.Equal("https://other.example/about-us", Enriched.Of(Page(null, "https://other.example/about-us", null)).Url);
        var home = Enriched.Of(
            Page("https://news.example/2026/03/stated-in-json", "https://news.example/", "https://news.example/2026/03/shared")
                with
            { Provenance = new Dictionary<string, string> { ["url"] = "JSON-LD" } });
        Assert.Equal("https://news.example/2026/03/shared", home.Url);
        Assert.Null(Enriched.Of(Page(null, "https://news.example/", null)).Url);
    }

    [Fact]
    public void A_home_page_may_claim_to_be_one() =>
        Assert.Equal(
            "rel=canonical", Enriched.Of(Page("https://news.example/?utm_source=x", "https://news.example/", null)).Provenance["url"]);

    [Fact]
    public void What_was_found_is_found_again_whatever_the_order_of_parameters() =>
        Gen.OneOf([.. new[] { "id=7", "page=2", "utm_source=x", "fbclid=1", "a=%e4" }.Select(Gen.Const)]).Array[0, 5].Sample(query =>
        {
            var claim = $"https://news.example/2026/ferry?{string.Join('&', query)}";
            var url = Enriched.Of(Page(Fetched, claim, null)).Url;
            Assert.Equal(url, Enriched.Of(Page(url, url, null)).Url);
            Assert.Equal(url, Enriched.Of(Page(Fetched, $"https://news.example/2026/ferry?{string.Join('&', query.Reverse())}", null)).Url);
        }, iter: 200);

    private static Entry Page(string? url, string? canonical, string? shared) => new()
    {
        Title = "The ferry runs again",
        Url = url,
        UrlClaims = [
            .. new[] { (Url: canonical, Origin: "rel=canonical"), (Url: shared, Origin: "og:url") }.Where(claim => claim.Url is not null)
                .Select(claim => new UrlClaim(claim.Url!, claim.Origin))],
    };
}
