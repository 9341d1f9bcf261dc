using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment;

/// <summary>Adds what tells one revision from the next; it runs last, over what the others found.</summary>
internal sealed class ContentHashEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input) => article with { ContentHash = RevisionFacts.Hash(article) };
}
