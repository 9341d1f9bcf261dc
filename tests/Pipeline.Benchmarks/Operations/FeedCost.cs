using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks.Operations;

/// <summary>
/// What a feed of ten costs from its event to its last fate, by kind of operation, as Azure bills it: the host's receives and deletes are
/// among
/// them, the publisher's upload is not.
/// </summary>
internal sealed class FeedCost(PipelineInstance pipeline)
{
    // As in host.json.
    private const int HostBatch = 16;

    /// <summary>Operations for each article, by kind. Throws where an entry does not meet the fate.</summary>
    public async Task<IReadOnlyDictionary<string, double>> OfAsync(Feed feed, string file, Fate fate, CancellationToken cancellationToken)
    {
        var path = $"{feed.Source}/{file}";
        await pipeline.Account.Incoming.GetBlobClient(path).UploadAsync(
            BinaryData.FromString(feed.Content()), overwrite: true, cancellationToken);
        var before = pipeline.Account.Operations.Counts;
        await pipeline.Get<ParseStage>().ParseAsync(path, cancellationToken);
        await DrainAsync(cancellationToken);
        var after = pipeline.Account.Operations.Counts.ToDictionary();
        // The receive that finds the queue empty ends this loop; the host has none for each file.
        after["queue GET"]--;
        await ExpectAsync(path, fate, cancellationToken);
        return after.Select(pair => (pair.Key, Count: pair.Value - before.GetValueOrDefault(pair.Key)))
            .Where(kind => kind.Count > 0)
            .ToDictionary(kind => kind.Key, kind => kind.Count / (double)Feed.Entries);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var queue = pipeline.Account.Queue;
        while ((await queue.ReceiveMessagesAsync(HostBatch, cancellationToken: cancellationToken)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await pipeline.Get<EntryReceiver>().ReceiveAsync(message.Body.ToMemory(), cancellationToken);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
        }
    }

    private async Task ExpectAsync(string path, Fate fate, CancellationToken cancellationToken)
    {
        var settled = await pipeline.Get<Sweeper>().SettleAsync(cancellationToken);
        var fates = settled.Single(file => file.Path == path).Fates;
        if (fates.GetValueOrDefault(fate) != Feed.Entries)
            throw new InvalidOperationException($"{path}: {Feed.Entries} {fate} were expected, not {string.Join(", ", fates)}.");
    }
}
