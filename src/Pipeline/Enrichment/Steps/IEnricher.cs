using Pipeline.Articles;

namespace Pipeline.Enrichment.Steps;

/// <summary>
/// One step of enrichment: adds one family of facts to an article, and to <see cref="Article.Provenance"/> where each came from.
/// A step is pure: the same article and input give the same result, and it reads only what earlier steps of
/// <c>ArticleEnricher</c> wrote.
/// </summary>
internal interface IEnricher
{
    Article Enrich(Article article, EnrichmentInput input);
}
