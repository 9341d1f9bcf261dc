using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Storage.Queue;

namespace Pipeline.Functions.Triggers;

/// <summary>The two stages: a dropped file is parsed, and its entries are enriched; what was held comes out when its time
/// comes.</summary>
public sealed class PipelineTriggers(ParseStage parse, EntryReceiver entries, ReleaseReceiver releases)
{
    // A BlobClient, because the stage reads the blob itself, no further than its limit.
    [Function(nameof(ParseFile))]
    public Task ParseFile(
        [BlobTrigger("incoming/{name}", Source = BlobTriggerSource.EventGrid, Connection = AppSettings.DataConnection)] BlobClient blob,
        CancellationToken cancellationToken) =>
        parse.ParseAsync(blob.Name, cancellationToken.AfterGrace());

    // Bytes: any other type is read as text on its way from the host, which deflated bytes do not survive.
    [Function(nameof(EnrichEntry))]
    public Task EnrichEntry(
        [QueueTrigger("enrich", Connection = AppSettings.DataConnection)] byte[] message,
        CancellationToken cancellationToken) =>
        entries.ReceiveAsync(message, cancellationToken.AfterGrace());

    [Function(nameof(ReleaseHeld))]
    public Task ReleaseHeld(
        [QueueTrigger("enrich-release", Connection = AppSettings.DataConnection)] string until, CancellationToken cancellationToken) =>
        releases.ReceiveAsync(until, cancellationToken);
}
