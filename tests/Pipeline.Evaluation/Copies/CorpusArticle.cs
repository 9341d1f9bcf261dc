using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Evaluation.Copies;

/// <summary>A row of <c>dedup</c>, <c>outlets</c> or <c>reprints</c>: an article and, where the set is labelled, which cluster it belongs
/// to and how the copy was made.</summary>
internal sealed record CorpusArticle(
    string Id, string? Cluster, string? Kind, string Language, string Source, string Title, DateTimeOffset Published, string Html)
{
    /// <summary>Made to share a form, a footer or a background with others, and to be a copy of none.</summary>
    public bool IsNegative => Kind == "template" || Kind?.StartsWith("neg_", StringComparison.Ordinal) == true;

    public static async Task<IReadOnlyList<CorpusArticle>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "articles.jsonl"), cancellationToken);
        return [.. lines.Where(line => line.Length > 0).Select(
            line => JsonSerializer.Deserialize<CorpusArticle>(line, JsonSerializerOptions.Web)!)];
    }

    /// <summary>As the enrich stage has them before it looks for copies, under the ids of the rows.</summary>
    public static IReadOnlyList<Article> Enrich(IReadOnlyList<CorpusArticle> articles)
    {
        var enricher = new ArticleEnricher(new EnrichmentSettings());
        return [.. articles.AsParallel().AsOrdered().Select(article => article.Enrich(enricher))];
    }

    private Article Enrich(ArticleEnricher enricher)
    {
        var entry = new Entry
        {
            SourceId = Id,
            Title = Title,
            ContentHtml = Html,
            Language = Language,
            Published = new PublishedDate(Published, $"{Published:O}")
        };
        return enricher.Enrich(entry, new EntryOrigin($"{Source}/{Id}.html", "evaluation", 0), Source, Published) with { Id = Id };
    }
}
