using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Evaluation.Copies;
using Pipeline.Evaluation.Pages;

namespace Pipeline.Evaluation;

/// <summary>The sets and the comparison of their figures with the limits.</summary>
internal static class Evaluations
{
    private delegate Task<EvaluationReport> Run(string folder, EvaluationOptions options, CancellationToken cancellationToken);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<string, Run> All = new()
    {
        ["feeds"] = (folder, options, token) => FeedsEvaluation.RunAsync(folder, options.Dump, token),
        ["pages"] = (folder, options, token) => PagesEvaluation.RunAsync(folder, options.Dump, token),
        ["fundus"] = (folder, options, token) => FundusEvaluation.RunAsync(folder, options.Dump, token),
        ["trafilatura"] = (folder, options, token) => TrafilaturaEvaluation.RunAsync(folder, options.Dump, token),
        ["htmldate"] = (folder, options, token) => HtmldateEvaluation.RunAsync(folder, options.Dump, token),
        ["readability"] = (folder, options, token) => ReadabilityEvaluation.RunAsync(folder, options.Dump, token),
        ["wire"] = (folder, options, token) => WireEvaluation.RunAsync(folder, options.Dump, token),
        ["dedup"] = (folder, options, token) => LabelledEvaluation.RunAsync("dedup", folder, options.Dump, options.Arrival, token),
        ["outlets"] = (folder, options, token) => LabelledEvaluation.RunAsync("outlets", folder, options.Dump, options.Arrival, token),
        ["reprints"] = (folder, options, token) => ReprintsEvaluation.RunAsync(folder, options.Dump, options.Arrival, token),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>0 where every figure is within its limit, 1 where one is not, 2 where there is no corpus.</summary>
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (options.Corpus is null || !Directory.Exists(options.Corpus))
        {
            Console.WriteLine("no corpus: name its folder with --corpus or PIPELINE_CORPUS");
            return 2;
        }

        if (options.Dump is not null)
            Directory.CreateDirectory(options.Dump);
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, run) in All.Where(pair => options.Only.Count == 0 || options.Only.Contains(pair.Key)))
        {
            foreach (var (figure, value) in await RunAsync(name, run, options, cancellationToken))
                figures[figure] = value;
        }

        if (options.Json is not null)
            await File.WriteAllTextAsync(options.Json, JsonSerializer.Serialize(figures, Indented), cancellationToken);
        return Compare(figures, Limits.Read()) ? 0 : 1;
    }

    private static async Task<IReadOnlyDictionary<string, double>> RunAsync(
        string name, Run run, EvaluationOptions options, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.Corpus!, name);
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"{name}: not in this corpus");
            return new Dictionary<string, double>();
        }

        var started = Stopwatch.GetTimestamp();
        var report = await run(folder, options, cancellationToken);
        foreach (var line in report.Details.Concat(report.Misses.GroupBy(miss => miss.Kind).OrderByDescending(kind => kind.Count())
            .SelectMany(kind => Lines(name, kind, options.PrintMisses))))
            Console.WriteLine(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        return report.Figures;
    }

    private static IEnumerable<string> Lines(string name, IGrouping<string, Miss> kind, bool printsEach) =>
        (printsEach ? kind.Select(miss => $"    {miss.Text}") : []).Prepend(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {kind.Count()} {kind.Key}"));

    private static bool Compare(SortedDictionary<string, double> figures, Limits limits)
    {
        foreach (var (name, value) in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {value,8:0.0000}  {limits.Describe(name, value)}"));
        return figures.All(figure => limits.Holds(figure.Key, figure.Value));
    }
}
