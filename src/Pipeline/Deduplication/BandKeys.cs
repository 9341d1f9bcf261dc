namespace Pipeline.Deduplication;

/// <summary>
/// Where candidates meet: the least hashes of a text's rare shingles (a bottom-k sketch, Broder 1997).
/// Two texts of which a share r of the rare shingles agree have one in common with a probability of at least 1 - (1 - r)^8.
/// </summary>
internal static class BandKeys
{
    /// <summary>Words of a rare shingle, common words left out: three keep a band to a handful of stories where two ("prime minister") do not.</summary>
    private const int ShingleLength = 3;

    public static IReadOnlyList<ulong> Of(IReadOnlyList<Word> words)
    {
        ulong[] hashes = [.. words.Where(word => !WordKinds.IsCommon(word.Text)).Select(word => WordHash.Of(word.Text))];
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + ShingleLength <= hashes.Length; i++)
            shingles.Add(Combine(hashes.AsSpan(i, ShingleLength)));
        return [.. shingles.Order().Take(Fingerprint.MostBands)];
    }

    private static ulong Combine(ReadOnlySpan<ulong> hashes)
    {
        var combined = (ulong)Fingerprint.CurrentVersion;
        foreach (var hash in hashes)
            combined = WordHash.Mix((combined * 31) + hash);
        return combined;
    }
}
