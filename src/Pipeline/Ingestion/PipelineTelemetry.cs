using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>What the pipeline tells its operator: one counter for each fate, how long the stages take, and a trace from the file to the
/// commit.</summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Pipeline";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Fates = Meter.CreateCounter<long>("pipeline.entries", "{entry}", "Entries by fate.");
    private static readonly Counter<long> Files = Meter.CreateCounter<long>("pipeline.files", "{file}", "Files by state.");
    private static readonly Histogram<double> ParseTime =
        Meter.CreateHistogram<double>("pipeline.parse.duration", "s", "From a file's event to its last message.");
    private static readonly Histogram<double> EnrichTime =
        Meter.CreateHistogram<double>("pipeline.enrich.duration", "s", "From a message to its fate.");
    private static readonly Histogram<double> ReadableTime =
        Meter.CreateHistogram<double>("pipeline.readable.duration", "s", "From the drop of a file to an entry's fate.");
    private static readonly Gauge<long> PoisonDepth =
        Meter.CreateGauge<long>("pipeline.poison.depth", "{message}", "Messages that wait in a poison queue.");
    private static readonly Gauge<long> Overdue =
        Meter.CreateGauge<long>("pipeline.ledger.overdue", "{file}", "Files whose entries have not all met their fate in time.");

    private static readonly Gauge<long> Differences =
        Meter.CreateGauge<long>(
            "pipeline.store.differences", "{difference}", "Places in the store that differ in the last sample, by kind.");

    private static readonly Counter<long> Repairs =
        Meter.CreateCounter<long>("pipeline.store.repairs", "{difference}", "Differences mended, by kind.");

    public static Activity? StartActivity(string stage, string? traceParent) =>
        Activities.StartActivity(stage, ActivityKind.Consumer, traceParent);

    public static void RecordParsed(FileRecord file, TimeSpan elapsed)
    {
        CountFile(file);
        ParseTime.Record(elapsed.TotalSeconds);
    }

    public static void RecordEnriched(EntryFate fate, TimeSpan elapsed, TimeSpan sinceDrop)
    {
        CountFate(fate);
        EnrichTime.Record(elapsed.TotalSeconds);
        ReadableTime.Record(sinceDrop.TotalSeconds);
    }

    public static void RecordPoisonDepth(long messages) => PoisonDepth.Record(messages);

    /// <summary>What the ledger does not balance for; recorded at every sweep, so that its absence says that no sweep runs.</summary>
    public static void RecordOverdue(long files) => Overdue.Record(files);

    /// <summary>What a check found by kind; recorded at every check, a zero where there is none of a kind.</summary>
    public static void RecordDifferences(IEnumerable<KeyValuePair<string, int>> byKind)
    {
        foreach (var (kind, count) in byKind)
            Differences.Record(count, new KeyValuePair<string, object?>("kind", kind));
    }

    public static void CountRepair(string kind) => Repairs.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void CountFile(FileRecord file) => Files.Add(1, new("state", file.State.ToString()), new("source", file.Source));

    public static void CountFate(EntryFate fate) => Fates.Add(1, new KeyValuePair<string, object?>("fate", fate.Fate.ToString()));
}
