using Pipeline.Ingestion.Identity;

namespace Pipeline.Evaluation.Stores;

/// <summary>The claims, for one writer.</summary>
internal sealed class InMemoryClaimStore : IClaimStore
{
    private readonly Dictionary<string, Claim> claims = new(StringComparer.Ordinal);

    public Task<ClaimOutcome> ClaimAsync(string key, Claim claim, CancellationToken cancellationToken) =>
        Task.FromResult(claims.TryAdd(key, claim) ? new ClaimOutcome(claim, IsNew: true) : new ClaimOutcome(claims[key], IsNew: false));

    public Task<Claim?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(claims.GetValueOrDefault(key));

    public Task RemoveAsync(string key, string articleId, CancellationToken cancellationToken)
    {
        if (claims.GetValueOrDefault(key)?.ArticleId == articleId)
            claims.Remove(key);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredClaim>> ListAsync(string after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredClaim>>([]);

    public Task RemoveAsync(StoredClaim claim, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ReplaceAsync(string key, Claim claim, CancellationToken cancellationToken)
    {
        claims[key] = claim;
        return Task.CompletedTask;
    }
}
