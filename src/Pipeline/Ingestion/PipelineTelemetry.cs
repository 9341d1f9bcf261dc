using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pipeline.Ingestion;

/// <summary>What the pipeline tells its operator: one counter for each fate, how long the stages take, and a trace from the file to the commit.</summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Pipeline";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Fates = Meter.CreateCounter<long>("pipeline.entries", "{entry}", "Entries by fate.");
    private static readonly Counter<long> Files = Meter.CreateCounter<long>("pipeline.files", "{file}", "Files by state.");
    private static readonly Histogram<double> ParseTime = Meter.CreateHistogram<double>("pipeline.parse.duration", "s", "From a file's event to its last message.");
    private static readonly Histogram<double> EnrichTime = Meter.CreateHistogram<double>("pipeline.enrich.duration", "s", "From a message to its fate.");
    private static readonly Histogram<double> ReadableTime = Meter.CreateHistogram<double>("pipeline.readable.duration", "s", "From the drop of a file to an entry's fate.");

    public static Activity? Start(string stage, string? traceParent) =>
        Activities.StartActivity(stage, ActivityKind.Consumer, traceParent);

    public static void Parsed(FileRecord file, TimeSpan elapsed)
    {
        Files.Add(1, new("state", file.State.ToString()), new("source", file.Source));
        ParseTime.Record(elapsed.TotalSeconds);
    }

    public static void Enriched(EntryFate fate, TimeSpan elapsed, TimeSpan sinceDrop)
    {
        Counted(fate);
        EnrichTime.Record(elapsed.TotalSeconds);
        ReadableTime.Record(sinceDrop.TotalSeconds);
    }

    public static void Counted(EntryFate fate) => Fates.Add(1, new KeyValuePair<string, object?>("fate", fate.Fate.ToString()));
}
