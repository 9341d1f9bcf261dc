using Pipeline.Storage.Webhooks;
using Pipeline.Subscriptions;
using Pipeline.Webhooks;

namespace Pipeline.Http.Webhooks;

/// <summary>A webhook and how it is doing, without its secret.</summary>
/// <param name="Id">Names it; the same for the same address.</param>
/// <param name="Url">Where to; what looks like a key in it is left out.</param>
/// <param name="Filter">What narrows the changes; empty for all.</param>
/// <param name="Health">How it is doing.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="Delivered">How many changes were taken.</param>
/// <param name="Behind">How many lines of the log it has not come to.</param>
/// <param name="LastTried">When it was last delivered to.</param>
/// <param name="LastSuccess">When that was last taken.</param>
/// <param name="LastError">Why the last delivery was not taken, or why it is stopped.</param>
/// <param name="Failures">How often in a row it was not.</param>
/// <param name="FailingSince">Since when.</param>
/// <param name="Next">When it is tried next, where it fails.</param>
/// <param name="StoppedAt">Since when nothing is delivered.</param>
public sealed record WebhookResponse(
    string Id, string Url, string Filter, WebhookHealth Health, DateTimeOffset CreatedAt, long Delivered, long Behind,
    DateTimeOffset? LastTried, DateTimeOffset? LastSuccess, string? LastError, int Failures, DateTimeOffset? FailingSince,
    DateTimeOffset? Next, DateTimeOffset? StoppedAt)
{
    internal static WebhookResponse FromWebhook(StoredWebhook stored, long head)
    {
        var (webhook, progress) = (stored.Webhook, stored.Progress);
        return new(
            webhook.Id, SecretAddress.Mask(webhook.Url), webhook.Filter, progress.Health, webhook.CreatedAt, progress.Delivered,
            Math.Max(0, head - progress.Sequence), progress.LastTried, progress.LastSuccess, progress.LastError, progress.Failures,
            progress.FailingSince, progress.Next, progress.StoppedAt);
    }
}
