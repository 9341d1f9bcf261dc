using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Articles;
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

    private static readonly Gauge<double> BacklogAge =
        Meter.CreateGauge<double>("pipeline.backlog.age", "s", "How long the oldest file that is not settled waits.");

    private static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>(
            "pipeline.catalog.conflicts", "{attempt}", "Commits that another instance was faster with, and that are tried again.");

    private static readonly Gauge<double> RetentionLag =
        Meter.CreateGauge<double>("pipeline.retention.lag", "s", "How much longer than it should the oldest article is kept.");

    private static readonly Gauge<double> Silence =
        Meter.CreateGauge<double>("pipeline.source.silence", "{pause}", "How many of its usual pauses a source has been silent for.");

    private static readonly Counter<long> BackupRows =
        Meter.CreateCounter<long>("pipeline.backup.rows", "{row}", "Rows of completed backups.");

    private static readonly Counter<long> Fetches =
        Meter.CreateCounter<long>("pipeline.subscription.fetches", "{fetch}", "Fetches of followed feeds, by outcome.");

    private static readonly Gauge<double> SubscriptionLag =
        Meter.CreateGauge<double>("pipeline.subscription.lag", "s", "How long the followed feed that waits longest is overdue.");

    private static readonly Gauge<long> SubscriptionsFailing =
        Meter.CreateGauge<long>("pipeline.subscription.failing", "{feed}", "Followed feeds that fail again and again.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("pipeline.webhook.deliveries", "{delivery}", "Deliveries to webhooks, by outcome.");

    private static readonly Gauge<long> WebhooksFailing =
        Meter.CreateGauge<long>("pipeline.webhook.failing", "{webhook}", "Webhooks whose last delivery was not taken.");

    private static readonly Gauge<long> WebhooksStopped =
        Meter.CreateGauge<long>("pipeline.webhook.stopped", "{webhook}", "Webhooks that are stopped until an admin resumes them.");

    /// <summary>Runs a stage as a span. Where it throws, the span says so; a span without a status counts as a success.</summary>
    public static async Task<T> TraceAsync<T>(string stage, string? traceParent, Func<Activity?, Task<T>> work)
    {
        using var activity = Activities.StartActivity(stage, ActivityKind.Consumer, traceParent);
        try
        {
            return await work(activity);
        }
        catch (Exception fault) when (!Mark(activity, fault))
        {
            // Never: the filter marks the span before the stack unwinds, and lets the fault pass.
            throw;
        }
    }

    /// <summary>Says on a span which entry it is about, as the ledger names it.</summary>
    public static void TagEntry(this Activity? activity, EntryOrigin origin) => activity?
        .SetTag("pipeline.path", origin.Path).SetTag("pipeline.version", origin.FileVersion).SetTag("pipeline.index", origin.Index);

    /// <summary>Says on a span what became of its entry.</summary>
    public static void TagFate(this Activity? activity, EntryFate fate) => activity?
        .SetTag("pipeline.fate", fate.Fate.ToString()).SetTag("pipeline.article", fate.ArticleId);

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

    public static void RecordBacklog(TimeSpan age) => BacklogAge.Record(age.TotalSeconds);

    public static void CountConflict() => Conflicts.Add(1);

    public static void RecordRetentionLag(TimeSpan lag) => RetentionLag.Record(lag.TotalSeconds);

    public static void RecordSilence(string source, double pauses) =>
        Silence.Record(pauses, new KeyValuePair<string, object?>("source", source));

    public static void CountBackup(long rows) => BackupRows.Add(rows);

    /// <summary>What a check found by kind; recorded at every check, a zero where there is none of a kind.</summary>
    public static void RecordDifferences(IEnumerable<KeyValuePair<string, int>> byKind)
    {
        foreach (var (kind, count) in byKind)
            Differences.Record(count, new KeyValuePair<string, object?>("kind", kind));
    }

    /// <summary>Counts a fetch of a followed feed by its outcome: changed, known, unchanged, gone or failed.</summary>
    public static void CountFetch(string outcome) => Fetches.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Recorded at every round, so that its absence says that no round runs.</summary>
    public static void RecordSubscriptions(TimeSpan lag, int failing)
    {
        SubscriptionLag.Record(lag.TotalSeconds);
        SubscriptionsFailing.Record(failing);
    }

    /// <summary>Counts a delivery to a webhook by its outcome: taken or failed.</summary>
    public static void CountDelivery(string outcome) => Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Recorded at every round, so that its absence says that no round runs.</summary>
    public static void RecordWebhooks(int failing, int stopped)
    {
        WebhooksFailing.Record(failing);
        WebhooksStopped.Record(stopped);
    }

    public static void CountRepair(string kind) => Repairs.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void CountFile(FileRecord file) => Files.Add(1, new("state", file.State.ToString()), new("source", file.Source));

    public static void CountFate(EntryFate fate) => Fates.Add(1, new KeyValuePair<string, object?>("fate", fate.Fate.ToString()));

    private static bool Mark(Activity? activity, Exception fault)
    {
        activity?.AddException(fault).SetStatus(ActivityStatusCode.Error, fault.Message);
        return true;
    }
}
