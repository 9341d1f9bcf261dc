using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Account;
using Pipeline.Webhooks;

namespace Pipeline.Storage.Webhooks;

/// <summary>The table <c>webhooks</c>: for each webhook a row with what the admin wrote and one with its progress. An instance delivers
/// while the progress is its own: it saves only over the row that it read.</summary>
public sealed class WebhookStore(StorageAccount account)
{
    // A row that changes between reading and writing is read again; three in a row are no coincidence.
    private const int MaxTries = 3;

    private readonly TableClient table = account.Table(TableNames.Webhooks);

    /// <summary>Every webhook, the oldest first. One operation.</summary>
    public async Task<IReadOnlyList<StoredWebhook>> ListAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {WebhookRows.Partition}");
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            rows[row.RowKey] = row;
        return [.. rows.Values.Where(WebhookRows.IsWebhook).Select(WebhookRows.ReadWebhook)
            .Where(webhook => rows.ContainsKey(WebhookRows.ProgressKey(webhook.Id)))
            .Select(webhook => WebhookRows.Read(webhook, rows[WebhookRows.ProgressKey(webhook.Id)]))
            .OrderBy(stored => stored.Webhook.CreatedAt)];
    }

    /// <summary>One webhook; <c>null</c> where there is none.</summary>
    public async Task<StoredWebhook?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var finding = table.FindAsync(WebhookRows.Partition, WebhookRows.ProgressKey(id), cancellationToken);
        var webhook = await table.FindAsync(WebhookRows.Partition, WebhookRows.WebhookKey(id), cancellationToken);
        return await finding is { } progress && webhook is not null
            ? WebhookRows.Read(WebhookRows.ReadWebhook(webhook), progress) : null;
    }

    /// <summary>Registers a webhook; false where there is one for the address.</summary>
    public async Task<bool> TryAddAsync(Webhook webhook, WebhookProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, WebhookRows.WebhookRow(webhook)),
                    new(TableTransactionActionType.Add, WebhookRows.ProgressRow(webhook.Id, progress, null)),
                ], cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException present) when (present.IsConflict())
        {
            return false;
        }
    }

    /// <summary>Changes what an admin may change. What is being delivered meanwhile is delivered again. <c>null</c> where there is
    /// none.</summary>
    public async Task<StoredWebhook?> ChangeAsync(
        string id, Func<StoredWebhook, (Webhook Webhook, WebhookProgress Progress)> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; await FindAsync(id, cancellationToken) is { } found; tries++)
        {
            var (webhook, progress) = change(found);
            try
            {
                await table.SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.UpdateReplace, WebhookRows.WebhookRow(webhook), ETag.All),
                        new(TableTransactionActionType.UpdateReplace, WebhookRows.ProgressRow(id, progress, null), new ETag(found.Tag)),
                    ], cancellationToken);
                return await FindAsync(id, cancellationToken);
            }
            catch (TableTransactionFailedException conflict) when (conflict.IsConflict() && tries < MaxTries)
            {
                // It was delivered to meanwhile.
            }
        }

        return null;
    }

    /// <summary>Deletes a webhook; false where there is none.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is null)
            return false;
        await table.DeleteAsync(
            [
                new TableEntity(WebhookRows.Partition, WebhookRows.WebhookKey(id)),
                new TableEntity(WebhookRows.Partition, WebhookRows.ProgressKey(id)),
            ], cancellationToken);
        return true;
    }

    /// <summary>Saves the progress, and keeps other instances from delivering until a time. <c>null</c> where it was changed meanwhile, or
    /// deleted: then nothing is saved.</summary>
    public async Task<StoredWebhook?> TrySaveAsync(StoredWebhook stored, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        try
        {
            var row = WebhookRows.ProgressRow(stored.Webhook.Id, stored.Progress, until);
            var written = await table.UpdateEntityAsync(row, new ETag(stored.Tag), TableUpdateMode.Replace, cancellationToken);
            return stored with { Tag = written.Headers.ETag.ToString()!, Until = until };
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            return null;
        }
    }

    /// <summary>Stops every webhook.</summary>
    public async Task StopAllAsync(string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var stored in await ListAsync(cancellationToken))
            await ChangeAsync(
                stored.Webhook.Id, found => (found.Webhook, found.Progress.Stop(reason, now)), cancellationToken);
    }
}

/// <summary>A webhook as it is stored.</summary>
/// <param name="Webhook">What the admin wrote.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Until">Until when an instance delivers to it.</param>
/// <param name="Tag">The progress is saved only over the row that was read.</param>
public sealed record StoredWebhook(Webhook Webhook, WebhookProgress Progress, DateTimeOffset? Until, string Tag);
