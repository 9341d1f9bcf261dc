using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Urls;

/// <summary>
/// The canonical address. What a page claims for itself (<c>rel=canonical</c>, then <c>og:url</c>) wins over where it was fetched
/// as long as it can be trusted; a claim that was not trusted stands in the provenance.
/// </summary>
internal sealed class UrlEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var known = CanonicalUrl.FromAddress(input.Entry.Url);
        var source = input.Entry.SourceOf("url");
        // An address that a vocabulary of the page states is one more claim, and no evidence against the others.
        var fetched = input.Entry.Provenance.ContainsKey("url") ? null : known;
        var refused = "";
        foreach (var claim in input.Entry.UrlClaims)
        {
            if (CanonicalUrl.FromAddress(claim.Url) is not { } claimed)
                continue;
            if (UrlTrust.Doubt(claimed, fetched) is not { } doubt)
                return (article with { Url = claimed }).WithProvenance("url", claim.Origin + refused);
            refused = refused.Length > 0 ? refused : $"; {claim.Origin} {doubt}";
        }

        return known is null ? article : (article with { Url = known }).WithProvenance("url", source + refused);
    }
}
