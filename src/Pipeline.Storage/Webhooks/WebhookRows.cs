using Azure.Data.Tables;
using Pipeline.Webhooks;

namespace Pipeline.Storage.Webhooks;

/// <summary>The rows of the table <c>webhooks</c>.</summary>
internal static class WebhookRows
{
    public const string Partition = "webhooks";
    private const string First = "w|";

    public static string WebhookKey(string id) => First + id;

    public static string ProgressKey(string id) => $"p|{id}";

    public static bool IsWebhook(TableEntity row) => row.RowKey.StartsWith(First, StringComparison.Ordinal);

    public static TableEntity WebhookRow(Webhook webhook) => new(Partition, WebhookKey(webhook.Id))
    {
        ["Url"] = webhook.Url.AbsoluteUri,
        ["Secret"] = webhook.Secret,
        ["Filter"] = webhook.Filter,
        ["CreatedAt"] = webhook.CreatedAt,
    };

    public static Webhook ReadWebhook(TableEntity row) => new(
        new Uri(row.GetString("Url")), row.GetString("Secret"), row.GetString("Filter"), row.GetDateTimeOffset("CreatedAt") ?? default);

    public static TableEntity ProgressRow(string id, WebhookProgress progress, DateTimeOffset? until) => new(Partition, ProgressKey(id))
    {
        ["Sequence"] = progress.Sequence,
        ["Pending"] = progress.Pending,
        ["Delivered"] = progress.Delivered,
        ["LastTried"] = progress.LastTried,
        ["LastSuccess"] = progress.LastSuccess,
        ["LastError"] = progress.LastError,
        ["Failures"] = progress.Failures,
        ["FailingSince"] = progress.FailingSince,
        ["Next"] = progress.Next,
        ["StoppedAt"] = progress.StoppedAt,
        ["Until"] = until,
    };

    public static StoredWebhook Read(Webhook webhook, TableEntity progress) => new(
        webhook, ReadProgress(progress), progress.GetDateTimeOffset("Until"), progress.ETag.ToString());

    private static WebhookProgress ReadProgress(TableEntity row) => new(row.GetInt64("Sequence") ?? 0)
    {
        Pending = row.GetInt64("Pending"),
        Delivered = row.GetInt64("Delivered") ?? 0,
        LastTried = row.GetDateTimeOffset("LastTried"),
        LastSuccess = row.GetDateTimeOffset("LastSuccess"),
        LastError = row.GetString("LastError"),
        Failures = row.GetInt32("Failures") ?? 0,
        FailingSince = row.GetDateTimeOffset("FailingSince"),
        Next = row.GetDateTimeOffset("Next"),
        StoppedAt = row.GetDateTimeOffset("StoppedAt"),
    };
}
