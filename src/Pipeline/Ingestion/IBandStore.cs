using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>The bands of near-duplicate detection.</summary>
public interface IBandStore
{
    /// <summary>
    /// Makes the article findable under its bands, and then finds the others that are: of two that share a band, however close they
    /// come, at least one finds the other. Those first seen within <paramref name="window"/> of it, newest first, at most 50 for each band.
    /// </summary>
    Task<IReadOnlyList<BandCandidate>> ShareAsync(
        string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken);

    Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken);

    /// <summary>Articles in bands, in the store's order, at most <paramref name="limit"/> (and 1,000). Two operations at most, but for
    /// pages without any.</summary>
    /// <param name="after">A member's id: those after it. Hexadecimal digits: from a place that they choose. Empty: all.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    Task<IReadOnlyList<BandMember>> ListAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Takes an article out of one band.</summary>
    Task RemoveAsync(BandMember member, CancellationToken cancellationToken);

    /// <summary>How far the articles have signatures of a version; <c>null</c> where that was never asked of this store.</summary>
    Task<SignatureProgress?> GetProgressAsync(CancellationToken cancellationToken);

    Task RecordProgressAsync(SignatureProgress progress, CancellationToken cancellationToken);
}

/// <summary>An article in a band as it is stored; <paramref name="Key"/> is its row's in the band.</summary>
public sealed record BandMember(string Band, string Key, string ArticleId, DateTimeOffset WrittenAt)
{
    public string Id => $"{Band}/{Key}";
}

/// <summary>How far an upgrade of signatures has come.</summary>
/// <param name="Version">The version that articles are signed with.</param>
/// <param name="Sequence">The last line of the log whose article has such a signature.</param>
/// <param name="IsDone">True where every article within the look-back has.</param>
public sealed record SignatureProgress(int Version, long Sequence, bool IsDone);

/// <summary>An article that shares a band, with what verification needs.</summary>
public sealed record BandCandidate(string ArticleId, DateTimeOffset FirstSeen, ulong Band, ReadOnlyMemory<byte> Sketch);
