using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;

namespace Pipeline.Storage;

/// <summary>The <c>claims</c> table: a partition for each key, so that no claim waits for another.</summary>
internal sealed class ClaimStore(StorageAccount account) : IClaimStore
{
    private const string Row = "claim";

    private readonly TableClient table = account.Table("claims");

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

    public async Task<Claim?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(StableHash.Id(key), Row, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new Claim(row.GetString("ArticleId"), row.GetString("EntryHash"), new EntryOrigin(row.GetString("Path"), row.GetString("FileVersion"), row.GetInt32("Index") ?? 0))
            : null;
    }

    public Task ReplaceAsync(string key, Claim claim, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(key, claim), TableUpdateMode.Replace, cancellationToken);

    private static TableEntity Entity(string key, Claim claim) => new(StableHash.Id(key), Row)
    {
        ["ArticleId"] = claim.ArticleId,
        ["EntryHash"] = claim.EntryHash,
        ["Path"] = claim.Origin.Path,
        ["FileVersion"] = claim.Origin.FileVersion,
        ["Index"] = claim.Origin.Index,
    };
}
