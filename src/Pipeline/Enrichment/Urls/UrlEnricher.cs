using Pipeline.Articles;

namespace Pipeline.Enrichment.Urls;

/// <summary>The canonical address. An entry that is known by its permanent id alone has that address where the id is one.</summary>
internal sealed class UrlEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input) =>
        CanonicalUrl.Of(input.Entry.Url) is { } url
            ? (article with { Url = url }).Because("url", input.Entry.SourceOf("url"))
            : article;
}
