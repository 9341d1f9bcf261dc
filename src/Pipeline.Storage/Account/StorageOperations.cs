using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Core.Pipeline;
using Pipeline.Ingestion;

namespace Pipeline.Storage.Account;

/// <summary>
/// Counts storage operations as they are billed: one for each request, an entity-group transaction being one, and a retry being
/// another. Kinds are named by store and verb (<c>table GET</c>).
/// </summary>
public sealed class StorageOperations : HttpPipelineSynchronousPolicy
{
    private static readonly Meter Meter = new(PipelineTelemetry.Name);
    private static readonly Counter<long> Operations =
        Meter.CreateCounter<long>("pipeline.storage.operations", "{operation}", "Storage operations as billed.");

    private static readonly Histogram<long> EntryOperations =
        Meter.CreateHistogram<long>(
            "pipeline.entry.operations", "{operation}", "Storage operations from an entry's message to its fate, without the host's own.");

    // Follows one entry through everything that is awaited for it, beside the others of the same instance.
    private static readonly AsyncLocal<StrongBox<long>?> Entry = new();

    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>The operations so far, by kind.</summary>
    public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>(counts);

    public long Total => counts.Values.Sum();

    /// <summary>Reports how many operations the work on one entry took; what throws is not reported, its next try is.</summary>
    internal static async Task CountForEntryAsync(Func<Task> work)
    {
        var operations = Entry.Value = new StrongBox<long>();
        await work();
        EntryOperations.Record(operations.Value);
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (Entry.Value is { } operations)
            Interlocked.Increment(ref operations.Value);
        var kind = KindOf(message.Request);
        counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        Operations.Add(1, new KeyValuePair<string, object?>("kind", kind));
    }

    // Tables are told from the others by their data-service header, in the cloud and in the emulator alike.
    private static string KindOf(Request request)
    {
        var path = request.Uri.Path;
        if (request.Headers.Contains("DataServiceVersion"))
            return path.EndsWith("$batch", StringComparison.Ordinal) ? "table transaction" : $"table {request.Method}";
        return path.Contains("/messages", StringComparison.Ordinal) ? $"queue {request.Method}" : $"blob {request.Method}";
    }
}
