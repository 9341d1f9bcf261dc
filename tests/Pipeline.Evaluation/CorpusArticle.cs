using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Enrichment;

namespace Pipeline.Evaluation;

/// <summary>A row of the <c>dedup</c> corpus: an article, which cluster it belongs to and how the copy was made.</summary>
internal sealed record CorpusArticle(
    string Id, string Cluster, string Kind, string Language, string Source, string Title, DateTimeOffset Published, string Html)
{
    public bool IsTemplate => Kind == "template";

    public static async Task<IReadOnlyList<CorpusArticle>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(file, cancellationToken);
        return [.. lines.Where(line => line.Length > 0).Select(
            line => JsonSerializer.Deserialize<CorpusArticle>(line, JsonSerializerOptions.Web)!)];
    }

    public Article Enrich(ArticleEnricher enricher) => enricher.Enrich(
        new Entry
        {
            SourceId = Id,
            Title = Title,
            ContentHtml = Html,
            Language = Language,
            Published = new PublishedDate(Published, $"{Published:O}")
        },
        new EntryOrigin($"{Source}/{Id}.html", "dedup-evaluation", 0),
        Source,
        Published);
}
