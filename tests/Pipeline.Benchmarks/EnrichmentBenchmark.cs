using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Benchmarks;

/// <summary>
/// The cost of enrichment per article, whole and by step, and of the first article in the process: over made up articles in four
/// languages, and over the corpora's pages and the samples where <c>PIPELINE_CORPUS</c> names their folder.
/// </summary>
internal static class EnrichmentBenchmark
{
    private const int Articles = 400;
    private const int WarmUp = 3;

    public static void Run(TextWriter output)
    {
        var enricher = new ArticleEnricher(new EnrichmentSettings());
        var made = SampleArticles.Make(Articles);
        var costs = new Dictionary<string, List<double>>();
        output.WriteLine(
            $"first article {Measure(enricher, made[0], costs):F1} ms, of these {string.Join(
                ", ", costs.OrderByDescending(step => step.Value[0]).Take(5).Select(step => $"{step.Key} {step.Value[0]:F1}"))}");
        Report(output, enricher, made, "made up articles");
        if (Environment.GetEnvironmentVariable("PIPELINE_CORPUS") is { } corpus)
            Report(output, enricher, RealEntries.Read(corpus), "real articles");
    }

    private static void Report(TextWriter output, ArticleEnricher enricher, IReadOnlyList<Entry> entries, string name)
    {
        var costs = new Dictionary<string, List<double>>();
        for (var round = 0; round < WarmUp; round++)
            foreach (var entry in entries)
                Measure(enricher, entry, costs);
        costs.Clear();
        var whole = entries.Select(entry => Measure(enricher, entry, costs)).Order().ToArray();
        output.WriteLine(
            $"{entries.Count} {name}, {entries.Average(entry => entry.ContentHtml?.Length
                ?? 0):F0} characters of HTML on average: median {At(whole, 0.5):F2} ms, p95 {At(whole, 0.95):F2} ms");
        var sum = costs.Values.Sum(list => list.Sum());
        foreach (var (step, list) in costs.OrderByDescending(pair => pair.Value.Sum()))
            output.WriteLine(
                $"  {step,-22} median {At([.. list.Order()], 0.5),7:F3} ms  p95 {At([.. list.Order()], 0.95),7:F3} ms  {list.Sum()
                    / sum,6:P1}");
    }

    private static double Measure(ArticleEnricher enricher, Entry entry, Dictionary<string, List<double>> costs)
    {
        var start = Stopwatch.GetTimestamp();
        var input = ArticleEnricher.Read(entry);
        Record(costs, "markup", start);
        var article = ArticleEnricher.AsPublished(input, new EntryOrigin("b", "0", 0), "b", DateTimeOffset.UnixEpoch);
        foreach (var step in enricher.Steps)
        {
            var from = Stopwatch.GetTimestamp();
            article = step.Enrich(article, input);
            Record(costs, step.GetType().Name, from);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Record(Dictionary<string, List<double>> costs, string step, long from)
    {
        if (!costs.TryGetValue(step, out var list))
            costs[step] = list = [];
        list.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }

    private static double At(double[] ordered, double share) => ordered[(int)((ordered.Length - 1) * share)];
}
