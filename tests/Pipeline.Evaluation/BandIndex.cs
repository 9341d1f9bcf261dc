using Pipeline.Matching;

namespace Pipeline.Evaluation;

/// <summary>
/// The bands table in memory, with its bound on candidates. It knows no look-back: the corpus dates the copies of a story at random over
/// three years.
/// </summary>
internal sealed class BandIndex
{
    private const int MostCandidates = 50;

    private readonly Dictionary<ulong, List<string>> bands = [];
    private readonly Dictionary<string, Fingerprint> fingerprints = [];

    /// <summary>Writes the article's bands and returns the articles before it that carry its text.</summary>
    public IReadOnlyList<string> Matches(string id, Fingerprint fingerprint)
    {
        var candidates = fingerprint.Bands.SelectMany(Newest).Distinct().ToList();
        fingerprints[id] = fingerprint;
        foreach (var band in fingerprint.Bands)
        {
            bands.TryAdd(band, []);
            bands[band].Add(id);
        }

        return [.. candidates.Where(
            candidate => SketchComparison.Compare(fingerprint.Sketch.Span, fingerprints[candidate].Sketch.Span) is not null)];
    }

    private IEnumerable<string> Newest(ulong band) => bands.TryGetValue(band, out var articles) ? articles.TakeLast(MostCandidates) : [];
}
