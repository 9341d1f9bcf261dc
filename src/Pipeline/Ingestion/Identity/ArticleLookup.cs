using Pipeline.Enrichment.Urls;

namespace Pipeline.Ingestion.Identity;

/// <summary>Finds who claimed what a person has in hand: the address of an article, or its publisher's id.</summary>
public sealed class ArticleLookup(IClaimStore claims)
{
    /// <summary>The claim of the address, however it is written; <c>null</c> where nobody has claimed it.</summary>
    public async Task<Claim?> FindByUrlAsync(string url, CancellationToken cancellationToken) =>
        NameUrl(url) is { } name ? await claims.FindAsync(name, cancellationToken) : null;

    /// <summary>The claim of the id, among those of the source or else among those that hold everywhere.</summary>
    public async Task<Claim?> FindBySourceIdAsync(string? source, string sourceId, CancellationToken cancellationToken) =>
        (source is null ? null : await claims.FindAsync(EntryKeys.Local(sourceId, source), cancellationToken))
        ?? await claims.FindAsync(ClaimKey.Global(sourceId), cancellationToken);

    /// <summary>The name under which the ledger knows an entry with the address that became no article; <c>null</c> for what is no
    /// address.</summary>
    public static string? NameUrl(string url) => CanonicalUrl.FromAddress(url) is { } canonical ? ClaimKey.Url(canonical) : null;

    /// <summary>The name under which the ledger knows an entry with the id that became no article.</summary>
    public static string NameSourceId(string? source, string sourceId) =>
        source is null ? ClaimKey.Global(sourceId) : EntryKeys.Local(sourceId, source);
}
