using System.Globalization;
using System.Text.Json;

namespace Pipeline.Evaluation;

/// <summary>The corpora and the comparison of their figures with the floors.</summary>
internal static class Evaluations
{
    private delegate Task<EvaluationReport> Run(string folder, string? dump, CancellationToken cancellationToken);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IEnumerable<string> Names => All(0).Keys;

    /// <summary>0 where every figure reaches its floor, 1 where one does not, 2 where there is no corpus.</summary>
    public static async Task<int> RunAsync(
        string? corpus, string? only, string? json, string? dump, int orders, CancellationToken cancellationToken)
    {
        if (corpus is null || !Directory.Exists(corpus))
        {
            Console.WriteLine("no corpus: name its folder with --corpus or PIPELINE_CORPUS");
            return 2;
        }

        if (dump is not null)
            Directory.CreateDirectory(dump);
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, run) in All(orders).Where(pair => only is null || pair.Key == only))
        {
            var folder = Path.Combine(corpus, name);
            if (!Directory.Exists(folder))
            {
                Console.WriteLine($"{name}: not in this corpus");
                continue;
            }

            var report = await run(folder, dump, cancellationToken);
            foreach (var line in report.Details)
                Console.WriteLine(line);
            foreach (var (figure, value) in report.Figures)
                figures[figure] = value;
        }

        if (json is not null)
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures, Indented), cancellationToken);
        return Compare(figures, ReadFloors()) ? 0 : 1;
    }

    private static Dictionary<string, Run> All(int orders) => new()
    {
        ["feeds"] = FeedsEvaluation.RunAsync,
        ["pages"] = PagesEvaluation.RunAsync,
        ["wire"] = WireEvaluation.RunAsync,
        ["dedup"] = (folder, dump, token) => DedupEvaluation.RunAsync(folder, dump, orders, token),
    };

    private static bool Compare(SortedDictionary<string, double> figures, Dictionary<string, double> floors)
    {
        var held = true;
        foreach (var (name, value) in figures)
        {
            var below = floors.TryGetValue(name, out var floor) && value < floor;
            held &= !below;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-44} {value,8:0.0000}  {Verdict(floors.ContainsKey(name), below, floor)}"));
        }

        return held;
    }

    private static string Verdict(bool hasFloor, bool below, double floor) =>
        (hasFloor, below) switch
        {
            (false, _) => "",
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"BELOW its floor of {floor:0.0000}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"floor {floor:0.0000}"),
        };

    private static Dictionary<string, double> ReadFloors() =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "floors.json")))!;
}
