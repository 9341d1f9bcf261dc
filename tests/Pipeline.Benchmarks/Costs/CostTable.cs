namespace Pipeline.Benchmarks.Costs;

/// <summary>What a million articles cost in a month, line by line, in Markdown.</summary>
internal static class CostTable
{
    private const double Million = 1_000_000;

    // In US$, each as infra/README.md says where it is from.
    private const double Table = 0.00036 / 10_000;
    private const double Queue = 0.004 / 10_000;
    private const double BlobWrite = 0.05 / 10_000;
    private const double BlobRead = 0.004 / 10_000;
    private const double EventGrid = 0.60 / Million;
    private const double Execution = 0.40 / Million;
    private const double GbSecond = 0.000026;

    // An instance's memory, and a run costs a second of it at least.
    private const double Gb = 2;

    public static void Write(MeasuredFigures figure, TextWriter output)
    {
        output.WriteLine("| what, for a million | formula | US$ |\n|---|---|---|");
        foreach (var (what, formula, cost) in Lines(figure))
            output.WriteLine($"| {what} | {formula} | {cost:F2} |");
    }

    private static IEnumerable<(string What, string Formula, double Cost)> Lines(MeasuredFigures figure)
    {
        var queue = figure["queued"] * Queue;
        double Stored(string kind) => Million * (((figure[kind] - figure["queued"]) * Table) + queue);
        yield return ("new articles", "(new − queued) × table + queued × queue", Stored("new"));
        yield return ("copies", "(copy − queued) × table + queued × queue", Stored("copy"));
        yield return ("new articles, others in every band", "(worst − queued) × table + queued × queue", Stored("worst"));
        yield return ("unchanged entries", "unchanged × table", Million * figure["unchanged"] * Table);
        yield return ("articles in feeds that show each again", "polls × unchanged × table",
            Million * figure["polls"] * figure["unchanged"] * Table);
        yield return ("articles that expire", "expired × table", Million * figure["expired"] * Table);
        yield return ("parse runs", "(write + read + 3 events + execution + 2 GB-s) ÷ entries", Files(1 / figure["entries"], 0));
        yield return ("articles, one a file", "write + read + 3 events + execution + 2 GB-s + file × table", Files(1, figure["file"]));
        yield return ("entries, each alone on its instance", "execution + 2 GB-s", Million * (Execution + (Gb * GbSecond)));
        var instances = Math.Min(figure["instances"], Math.Ceiling(figure["commits"] / figure["rate"]));
        yield return ($"entries of a backlog, on as many instances as keep the commits busy ({instances:F0})",
            "execution + 2 GB-s × instances ÷ min(instances × rate, commits)", Backlog(figure, instances));
        yield return ($"entries of a backlog, on all {figure["instances"]:F0} instances", "the same",
            Backlog(figure, figure["instances"]));
        yield return ("timers of a month", "timers × (execution + 2 GB-s)", figure["timers"] * (Execution + (Gb * GbSecond)));
    }

    private static double Files(double files, double operations) =>
        Million * files * (BlobWrite + BlobRead + (3 * EventGrid) + Execution + (Gb * GbSecond) + (operations * Table));

    private static double Backlog(MeasuredFigures figure, double instances) =>
        Million * (Execution + (Gb * GbSecond * instances / Math.Min(instances * figure["rate"], figure["commits"])));
}
