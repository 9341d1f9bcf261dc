using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Enrichment;

namespace Pipeline.Benchmarks;

/// <summary>The cost of enrichment per article, whole and by step, and of the first article in the process.</summary>
internal static class EnrichmentBenchmark
{
    private const int Articles = 400;

    public static void Run(TextWriter output)
    {
        var entries = SampleArticles.Make(Articles);
        var enricher = new ArticleEnricher(new EnrichmentSettings());
        var costs = new Dictionary<string, List<double>>();
        var first = Measure(enricher, entries[0], costs);
        foreach (var entry in entries)
            Measure(enricher, entry, costs);
        costs.Clear();
        var whole = entries.Select(entry => Measure(enricher, entry, costs)).Order().ToArray();

        output.WriteLine($"{Articles} articles, {entries.Average(entry => entry.ContentHtml!.Length):F0} characters of HTML on average");
        output.WriteLine($"first article {first:F1} ms; then median {At(whole, 0.5):F2} ms, p95 {At(whole, 0.95):F2} ms");
        var sum = costs.Values.Sum(list => list.Sum());
        foreach (var (step, list) in costs.OrderByDescending(pair => pair.Value.Sum()))
            output.WriteLine($"  {step,-22} median {At([.. list.Order()], 0.5),7:F3} ms  p95 {At([.. list.Order()], 0.95),7:F3} ms  {list.Sum() / sum,6:P1}");
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
