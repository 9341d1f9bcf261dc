using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Claims;

/// <summary>The <c>claims</c> table: a partition for each key, so that no claim waits for another.</summary>
internal sealed class ClaimStore(StorageAccount account) : IClaimStore
{
    private readonly TableClient table = account.Table(TableNames.Claims);

    public async Task<ClaimOutcome> ClaimAsync(string key, Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(Entity(key, claim), cancellationToken);
            return new ClaimOutcome(claim, IsNew: true);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return new ClaimOutcome(await FindAsync(key, cancellationToken) ?? claim, IsNew: false);
        }
    }

    public async Task<Claim?> FindAsync(string key, CancellationToken cancellationToken) =>
        await FindRowAsync(key, cancellationToken) is { } row ? Read(row) : null;

    public async Task RemoveAsync(string key, string articleId, CancellationToken cancellationToken)
    {
        var held = await FindRowAsync(key, cancellationToken);
        if (held?.GetString("ArticleId") != articleId)
            return;
        try
        {
            await table.DeleteEntityAsync(held, held.ETag, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            // Claimed anew meanwhile.
        }
    }

    public async Task<IReadOnlyList<StoredClaim>> ListAsync(string after, int limit, CancellationToken cancellationToken)
    {
        var rows = await table.ReadFirstPageAsync(TableClient.CreateQueryFilter($"PartitionKey gt {after}"), limit, cancellationToken);
        // The secret of cursors lies in the same table.
        return [.. rows.Where(row => row.GetString("ArticleId") is not null).Select(row =>
            new StoredClaim(row.PartitionKey, row.GetString("ArticleId"), row.Timestamp ?? default, row.ETag.ToString()))];
    }

    public async Task RemoveAsync(StoredClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(claim.Id, claim.Id, new ETag(claim.ETag), cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            // Claimed anew meanwhile.
        }
    }

    public Task ReplaceAsync(string key, Claim claim, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(key, claim), TableUpdateMode.Replace, cancellationToken);

    private Task<TableEntity?> FindRowAsync(string key, CancellationToken cancellationToken)
    {
        var id = StableHash.Id(key);
        return table.FindAsync(id, id, cancellationToken);
    }

    private static Claim Read(TableEntity row) => new(
        row.GetString("ArticleId"),
        row.GetString("EntryHash"),
        new EntryOrigin(row.GetString("Path"), row.GetString("FileVersion"), row.GetInt32("Index") ?? 0))
    {
        IsShared = row.GetBoolean("IsShared") ?? false,
    };

    private static TableEntity Entity(string key, Claim claim)
    {
        var id = StableHash.Id(key);
        return new TableEntity(id, id)
        {
            ["ArticleId"] = claim.ArticleId,
            ["EntryHash"] = claim.EntryHash,
            ["Path"] = claim.Origin.Path,
            ["FileVersion"] = claim.Origin.FileVersion,
            ["Index"] = claim.Origin.Index,
            // A property that is null is not stored.
            ["IsShared"] = claim.IsShared ? true : null,
        };
    }
}
