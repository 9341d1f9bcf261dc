using Pipeline.Ingestion;
using Pipeline.Matching;

namespace Pipeline.Evaluation.Stores;

/// <summary>The bands, with the look-back and the bound on candidates of the store in the account.</summary>
internal sealed class InMemoryBandStore : IBandStore
{
    private const int MaxCandidates = 50;

    private readonly Dictionary<ulong, List<Row>> bands = [];

    public Task<IReadOnlyList<BandCandidate>> ShareAsync(
        string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken)
    {
        foreach (var band in fingerprint.Bands)
        {
            var rows = bands.TryGetValue(band, out var known) ? known : bands[band] = [];
            rows.RemoveAll(row => row.ArticleId == articleId);
            rows.Add(new Row(articleId, firstSeen, fingerprint.Sketch));
        }

        return Task.FromResult<IReadOnlyList<BandCandidate>>(
            [.. fingerprint.Bands.SelectMany(band => FindNewest(band, firstSeen, window)).DistinctBy(candidate => candidate.ArticleId)]);
    }

    public Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken)
    {
        foreach (var band in fingerprint.Bands)
            bands.GetValueOrDefault(band)?.RemoveAll(row => row.ArticleId == articleId);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<BandMember>> ListAsync(string after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BandMember>>([]);

    public Task RemoveAsync(BandMember member, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<SignatureProgress?> GetProgressAsync(CancellationToken cancellationToken) => Task.FromResult<SignatureProgress?>(null);

    public Task RecordProgressAsync(SignatureProgress progress, CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<BandCandidate> FindNewest(ulong band, DateTimeOffset firstSeen, TimeSpan window) => bands[band]
        .Where(row => (row.FirstSeen - firstSeen).Duration() <= window)
        .OrderByDescending(row => row.FirstSeen)
        .Take(MaxCandidates)
        .Select(row => new BandCandidate(row.ArticleId, row.FirstSeen, band, row.Sketch));

    private sealed record Row(string ArticleId, DateTimeOffset FirstSeen, ReadOnlyMemory<byte> Sketch);
}
