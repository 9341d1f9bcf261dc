namespace Pipeline.Matching;

/// <summary>
/// Where candidates meet: the least hashes of a text's rare shingles (a bottom-k sketch, Broder 1997).
/// Two texts of which a share r of the rare shingles agree have one in common with a probability of about 1 - (1 - r)^9.
/// </summary>
internal static class BandKeys
{
    // Common words left out, three words keep a band to a handful of stories where two ("prime minister") do not; characters need one more.
    private const int ShingleLength = 3;
    private const int SpacelessShingleLength = 4;

    // Version 3 of the fingerprint was measured with it; another one is other luck and nothing else.
    private const ulong Seed = 3;

    /// <summary>Shingles with a number come first so much more often: the others of a weather report are in every weather report.</summary>
    private const ulong NumberPreference = 2;

    // Texts are cut from the end: what is left of one has its top, however little that is.
    private const int TopLength = 40;
    private const int TopBands = 4;

    public static IReadOnlyList<ulong> ForWords(IReadOnlyList<Word> words)
    {
        string[] rare = [.. words.Select(word => word.Text).Where(word => !WordKinds.IsCommon(word))];
        ulong[] hashes = [.. rare.Select(WordHash.Compute)];
        var ranks = new Dictionary<ulong, ulong>();
        var ofTop = new HashSet<ulong>();
        for (var i = 0; i < rare.Length; i++)
        {
            var end = i + (WordKinds.IsSpaceless(rare[i]) ? SpacelessShingleLength : ShingleLength);
            if (end > rare.Length)
                continue;
            var key = Combine(hashes.AsSpan(i..end));
            ranks[key] = rare[i..end].Any(WordKinds.IsNumber) ? key / NumberPreference : key;
            if (i < TopLength)
                ofTop.Add(key);
        }

        List<ulong> ranked = [.. ranks.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
        return [.. ranked.Where(ofTop.Contains).Take(TopBands).Union(ranked).Take(Fingerprint.MaxBands)];
    }

    private static ulong Combine(ReadOnlySpan<ulong> hashes)
    {
        var combined = Seed;
        foreach (var hash in hashes)
            combined = WordHash.Mix((combined * 31) + hash);
        return combined;
    }
}
