using Pipeline.Enrichment;
using Pipeline.Matching;

namespace Pipeline.Evaluation;

/// <summary>An article of the <c>dedup</c> corpus with what deduplication knows of it: a fingerprint, or a hash where it is too short for
/// one.</summary>
internal sealed record SignedArticle(CorpusArticle Article, Fingerprint? Fingerprint, string? TextHash)
{
    public static SignedArticle Of(CorpusArticle article, ArticleEnricher enricher)
    {
        var enriched = article.Enrich(enricher);
        var fingerprint = Fingerprint.FromText(enriched.Text);
        return new SignedArticle(
            article, fingerprint, fingerprint is null ? Matching.TextHash.ForArticle(enriched.Title, enriched.Text) : null);
    }
}
