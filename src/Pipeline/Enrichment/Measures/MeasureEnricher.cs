using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Measures;

/// <summary>The length of the text as its language counts it, and how long it takes to read.</summary>
internal sealed class MeasureEnricher(EnrichmentSettings settings) : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var measure = TextMeasure.FromText(article.Text);
        var minutes = (measure.Words / (double)settings.WordsPerMinute) + (measure.Characters / (double)settings.CharactersPerMinute);
        if (measure.Count == 0)
            return article;
        article = article
            with
        { WordCount = measure.Count, ReadingMinutes = Math.Max(1, (int)Math.Round(minutes, MidpointRounding.AwayFromZero)) };
        return article.WithProvenance("wordCount", ProvenanceExtensions.TheText).WithProvenance(
            "readingMinutes", ProvenanceExtensions.TheText);
    }
}
