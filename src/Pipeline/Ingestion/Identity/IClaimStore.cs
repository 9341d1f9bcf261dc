using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>Identity claims: insert-or-fail rows, so that of two articles that claim one identity at once, both learn the same
/// winner.</summary>
public interface IClaimStore
{
    /// <summary>Claims the key for <paramref name="claim"/>, or learns who claimed it before.</summary>
    Task<ClaimOutcome> ClaimAsync(string key, Claim claim, CancellationToken cancellationToken);

    Task<Claim?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes the claim if the article still holds it.</summary>
    Task RemoveAsync(string key, string articleId, CancellationToken cancellationToken);

    /// <summary>Claims in the order of their ids, at most <paramref name="limit"/> (and 1,000). One operation.</summary>
    /// <param name="after">An id, or what one begins with: the claims after it.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    Task<IReadOnlyList<StoredClaim>> ListAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes the claim, unless it was written anew since it was listed.</summary>
    Task RemoveAsync(StoredClaim claim, CancellationToken cancellationToken);

    /// <summary>Writes the claim whoever holds the key.</summary>
    Task ReplaceAsync(string key, Claim claim, CancellationToken cancellationToken);
}

/// <summary>Who holds an identity.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="EntryHash">The entry as it was last read, so that the same entry is recognised before it is sent on.</param>
/// <param name="Origin">The entry that claimed it last.</param>
public sealed record Claim(string ArticleId, string? EntryHash, EntryOrigin Origin)
{
    /// <summary>True where different entries of one file had the key, so that it alone names none. It stays so.</summary>
    public bool IsShared { get; init; }
}

/// <summary>A claim as it is stored: its key is known only as an id.</summary>
public sealed record StoredClaim(string Id, string ArticleId, DateTimeOffset WrittenAt, string ETag);

/// <summary>The claim that stands, and whether it was made just now.</summary>
public sealed record ClaimOutcome(Claim Claim, bool IsNew);
