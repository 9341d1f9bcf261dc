using System.Text;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Benchmarks;

/// <summary>
/// The cost of web pages that are made to cost much, parsed, and enriched as if the same markup were an entry's: milliseconds of the
/// processor at half of the elements that a page may have and at nearly all, and the costliest steps of the latter. Where the cost is
/// linear the second is twice the first; four times means a square.
/// </summary>
internal static class PagesBenchmark
{
    private const int Elements = 38_000;

    public static void Run(string? only, TextWriter output)
    {
        Measure(PageShapes.All["paragraphs"](100));
        foreach (var (name, make) in PageShapes.All.Where(
            shape => only is null || shape.Key.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var (half, whole) = (Measure(make(Elements / 2)), Measure(make(Elements)));
            var growth = whole.Values.Sum() / half.Values.Sum();
            output.WriteLine(
                $"{name,-44} {half.Values.Sum(),6:F0} {whole.Values.Sum(),6:F0} ms ×{growth:F1}  {string.Join(
                    ", ", whole.OrderByDescending(step => step.Value).Take(3).Select(step => $"{step.Key} {step.Value:F0}"))}");
        }
    }

    private static Dictionary<string, double> Measure(string body)
    {
        var file = new DroppedFile("pages/page.html", Encoding.UTF8.GetBytes(
            $"<!doctype html><html><head><title>Bridge</title></head><body>{body}</body></html>"));
        var costs = new Dictionary<string, double> { ["parse"] = Cost(() => new FileParser(new ParsingSettings()).Parse(file)) };
        var input = default(EnrichmentInput);
        costs["markup"] = Cost(() => input = ArticleEnricher.Read(new Entry { Title = "Bridge", ContentHtml = body }));
        var article = ArticleEnricher.AsPublished(input!, new EntryOrigin(file.Path, "0", 0), file.Source, DateTimeOffset.UnixEpoch);
        foreach (var step in new ArticleEnricher(new EnrichmentSettings()).Steps)
            costs[step.GetType().Name] = Cost(() => article = step.Enrich(article, input!));
        return costs;
    }

    // Processor time, not the clock's: what else the machine does then changes little.
    private static double Cost(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
