using System.Text.Json;
using Pipeline.Deduplication;
using Pipeline.Enrichment;

namespace Pipeline.Evaluation;

/// <summary>
/// Runs the <c>dedup</c> corpus: its articles are enriched, fingerprinted and compared as the enrich stage does it, one by one in the order of
/// the file, with the bands in memory. Through the emulator it is the same verdicts in many minutes.
/// </summary>
internal static class DedupEvaluation
{
    /// <param name="folder">The corpus's <c>dedup</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var articles = await CorpusArticle.ReadAsync(Path.Combine(folder, "articles.jsonl"), cancellationToken);
        var clusters = Cluster(articles, cancellationToken);
        if (dump is not null)
            await File.WriteAllLinesAsync(Path.Combine(dump, "dedup.jsonl"), articles.Select(article => Line(article, clusters)), cancellationToken);
        return Report(articles, clusters);
    }

    private static string Line(CorpusArticle article, Dictionary<string, string> clusters) =>
        JsonSerializer.Serialize(new { id = article.Id, cluster = clusters[article.Id] });

    private static Dictionary<string, string> Cluster(IReadOnlyList<CorpusArticle> articles, CancellationToken cancellationToken)
    {
        var enricher = new ArticleEnricher(new EnrichmentSettings());
        var bands = new BandIndex();
        var texts = new Dictionary<string, string>();
        var clusters = new Dictionary<string, string>();
        foreach (var article in articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var enriched = article.Enrich(enricher);
            var matches = Fingerprint.Of(enriched.Text) is { } fingerprint ? bands.Matches(article.Id, fingerprint) : Holder(enriched.Title, enriched.Text);
            clusters[article.Id] = article.Id;
            foreach (var cluster in matches.Select(match => clusters[match]).Distinct().ToList())
                Merge(cluster, article.Id);

            IReadOnlyList<string> Holder(string title, string text) =>
                TextHash.Of(title, text) is { } hash && !texts.TryAdd(hash, article.Id) ? [texts[hash]] : [];
        }

        return clusters;

        void Merge(string cluster, string into)
        {
            foreach (var (id, _) in clusters.Where(pair => pair.Value == cluster).ToList())
                clusters[id] = into;
        }
    }

    private static EvaluationReport Report(IReadOnlyList<CorpusArticle> articles, Dictionary<string, string> clusters)
    {
        var all = PairCounts.Of(articles, clusters);
        var chinese = PairCounts.Of([.. articles.Where(article => article.Language == "zh")], clusters);
        var figures = new Dictionary<string, double>
        {
            ["dedup.precision"] = all.Precision,
            ["dedup.recall"] = all.Recall,
            ["dedup.zh.precision"] = chinese.Precision,
            ["dedup.zh.recall"] = chinese.Recall,
            ["dedup.templates_merged"] = all.TemplatesMerged,
            ["dedup.templates_apart"] = all.TemplatesApart,
        };
        foreach (var (kind, recall) in all.RecallByKind)
            figures[$"dedup.recall.{kind}"] = recall;
        return new EvaluationReport(figures, [.. all.WronglyMerged.Select(pair => $"dedup: wrongly one: {pair}")]);
    }
}
