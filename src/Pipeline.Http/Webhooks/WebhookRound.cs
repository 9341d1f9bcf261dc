using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Webhooks;
using Pipeline.Webhooks;

namespace Pipeline.Http.Webhooks;

/// <summary>
/// Delivers to every webhook what it is due, in the order of the log, one delivery after the other: the next one goes out once the last was
/// taken. A delivery that was taken just before a crash comes again. Two rounds at once share the webhooks.
/// </summary>
internal sealed partial class WebhookRound(
    WebhookStore store, CatalogStore catalog, DeliveryReading reading, IWebhookSender sender, WebhookSettings settings, TimeProvider time,
    ILogger<WebhookRound> log)
{
    private const int MaxConcurrency = 8;

    // What is left over is for the next round; a receiver that is slow keeps the others from theirs no longer than this.
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(50);

    // Beyond the time that a receiver may take: the reads and the write of one delivery.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Delivers until nothing is due, or for about a minute. Throws where the store is out of reach. Two operations where nothing
    /// is new, one without webhooks.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var webhooks = await store.ListAsync(cancellationToken);
        PipelineTelemetry.RecordWebhooks(
            webhooks.Count(stored => stored.Progress.Health == WebhookHealth.Failing),
            webhooks.Count(stored => stored.Progress.Health == WebhookHealth.Stopped));
        var due = webhooks.Where(stored => stored.Progress.IsDue(began) && !(stored.Until > began)).ToList();
        if (due.Count == 0)
            return;
        var head = await catalog.GetHeadAsync(cancellationToken);
        await Parallel.ForEachAsync(
            due.Where(stored => stored.Progress.Sequence != head),
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken },
            async (stored, token) => await DeliverAsync(stored, head, began + RoundTime, token));
    }

    private async Task DeliverAsync(StoredWebhook due, long head, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var held = await store.TrySaveAsync(due, LeaseEnd(), cancellationToken);
        var isMore = true;
        while (held is { } own && isMore && time.GetUtcNow() < end)
            (held, isMore) = await DeliverOnceAsync(own, head, cancellationToken);
        if (held?.Until is not null)
            await store.TrySaveAsync(held, null, cancellationToken);
    }

    // Null where an admin changed it meanwhile: the next round goes on.
    private async Task<(StoredWebhook? Held, bool IsMore)> DeliverOnceAsync(
        StoredWebhook held, long head, CancellationToken cancellationToken)
    {
        try
        {
            if (await reading.ReadAsync(held, head, cancellationToken) is not { } lines)
                return (held, false);
            var progress = lines.Changes == 0 ? held.Progress.PassOver(lines.Last) : await SendAsync(held, lines, cancellationToken);
            var isMore = progress is { Failures: 0, StoppedAt: null } && lines.Last < head;
            return (await store.TrySaveAsync(held with { Progress = progress }, isMore ? LeaseEnd() : null, cancellationToken), isMore);
        }
        catch (ExpiredChangesException expired)
        {
            Stopped(held.Webhook.Id, expired.Message);
            return (held with { Progress = held.Progress.Stop(expired.Message, time.GetUtcNow()) }, false);
        }
    }

    private async Task<WebhookProgress> SendAsync(StoredWebhook held, DueLines lines, CancellationToken cancellationToken)
    {
        var (webhook, progress, now) = (held.Webhook, held.Progress, time.GetUtcNow());
        var id = $"msg_{StableHash.Id(webhook.Id, Text(progress.Sequence), Text(lines.Last))}";
        var signature = WebhookSignature.Sign(webhook.Secret, id, now, lines.Body.Span);
        var outcome = await sender.SendAsync(webhook.Url, new WebhookDelivery(id, now, signature, lines.Body), cancellationToken);
        PipelineTelemetry.CountDelivery(outcome is WebhookOutcome.Taken ? "taken" : "failed");
        if (outcome is not WebhookOutcome.Failed failed)
            return progress.Take(lines.Last, lines.Changes, time.GetUtcNow());
        var failing = progress.Fail(failed, lines.Last, settings, time.GetUtcNow());
        if (failing.StoppedAt is null)
            Failed(webhook.Id, failing.Failures, failed.Reason);
        else
            Stopped(webhook.Id, failed.Reason);
        return failing;
    }

    private DateTimeOffset LeaseEnd() => time.GetUtcNow() + settings.Timeout + Margin;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(80, LogLevel.Warning, "Webhook {Id} failed {Failures} times: {Reason}")]
    private partial void Failed(string id, int failures, string reason);

    [LoggerMessage(81, LogLevel.Error, "Webhook {Id} is stopped until an admin resumes it: {Reason}")]
    private partial void Stopped(string id, string reason);
}
