using Pipeline.Deduplication;

namespace Pipeline.Ingestion;

/// <summary>The bands of near-duplicate detection. Whoever writes its bands before it reads them is seen by everybody who reads later.</summary>
public interface IBandStore
{
    Task WriteAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken);

    Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken);

    /// <summary>The articles that share a band and were first seen within <paramref name="window"/> of it, newest first, at most 50 for each band.</summary>
    Task<IReadOnlyList<BandCandidate>> CandidatesAsync(
        Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken);
}

/// <summary>An article that shares a band, with what verification needs.</summary>
public sealed record BandCandidate(string ArticleId, ReadOnlyMemory<byte> Sketch);
