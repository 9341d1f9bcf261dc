using System.Text.Json;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Evaluation;

/// <summary>
/// Runs the <c>dedup</c> corpus: its articles are enriched, fingerprinted and compared as the enrich stage does it, one by one in the order
/// of
/// the file, with the bands in memory. Through the emulator it is the same verdicts in many minutes. Then the same backwards and in random
/// orders, and with the Chinese articles alone.
/// </summary>
internal static class DedupEvaluation
{
    /// <param name="folder">The corpus's <c>dedup</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="orders">How many other orders of arrival to try.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, int orders, CancellationToken cancellationToken)
    {
        var articles = await CorpusArticle.ReadAsync(Path.Combine(folder, "articles.jsonl"), cancellationToken);
        var enricher = new ArticleEnricher(new EnrichmentSettings());
        var signed = articles.Select(article => SignedArticle.Of(article, enricher)).ToList();
        var clusters = Clusters.Of(signed, cancellationToken);
        if (dump is not null)
            await File.WriteAllLinesAsync(
                Path.Combine(dump, "dedup.jsonl"), articles.Select(article => Line(article, clusters)), cancellationToken);
        var all = PairCounts.Of(articles, clusters);
        var figures = Figures(articles, all, signed, cancellationToken).ToDictionary();
        var others = Enumerable.Range(0, orders).Select(number => Clusters.Of(Ordered(signed, number), cancellationToken)).ToList();
        foreach (var (name, value) in OrderFigures(articles, clusters, others))
            figures[name] = value;
        return new EvaluationReport(figures, [.. all.WronglyMerged.Select(pair => $"dedup: wrongly one: {pair}")]);
    }

    private static string Line(CorpusArticle article, Dictionary<string, string> clusters) =>
        JsonSerializer.Serialize(new { id = article.Id, cluster = clusters[article.Id] });

    // The first is the file backwards; the others are shuffled, the same at each run.
    private static SignedArticle[] Ordered(IReadOnlyList<SignedArticle> articles, int number)
    {
        var order = articles.ToArray();
        if (number == 0)
            Array.Reverse(order);
        else
            new Random(number).Shuffle(order);
        return order;
    }

    private static IEnumerable<KeyValuePair<string, double>> Figures(
        IReadOnlyList<CorpusArticle> articles, PairCounts all, IReadOnlyList<SignedArticle> signed, CancellationToken cancellationToken)
    {
        var chinese = articles.Where(article => article.Language == "zh").ToList();
        var alone = PairCounts.Of(chinese, Clusters.Of([.. signed.Where(article => article.Article.Language == "zh")], cancellationToken));
        yield return new("dedup.precision", all.Precision);
        yield return new("dedup.recall", all.Recall);
        yield return new("dedup.zh.precision", alone.Precision);
        yield return new("dedup.zh.recall", alone.Recall);
        yield return new("dedup.templates_merged", all.TemplatesMerged);
        yield return new("dedup.templates_apart", all.TemplatesApart);
        foreach (var (kind, recall) in all.RecallByKind)
            yield return new($"dedup.recall.{kind}", recall);
    }

    // The worst of the orders, and the share of articles whose cluster is the same in every one.
    private static IEnumerable<(string Name, double Value)> OrderFigures(
        IReadOnlyList<CorpusArticle> articles, Dictionary<string, string> clusters, List<Dictionary<string, string>> others)
    {
        if (others.Count == 0)
            yield break;
        var counts = others.Select(other => PairCounts.Of(articles, other)).ToList();
        yield return ("dedup.orders.precision", counts.Min(count => count.Precision));
        yield return ("dedup.orders.recall", counts.Min(count => count.Recall));
        var inFileOrder = Clusters.Mates(clusters);
        var inOthers = others.Select(Clusters.Mates).ToList();
        yield return ("dedup.orders.same",
            articles.Average(article => inOthers.TrueForAll(mates => mates[article.Id] == inFileOrder[article.Id]) ? 1.0 : 0.0));
    }
}
