using System.Runtime.InteropServices;

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

    /// <param name="words">All words of the text.</param>
    public static IReadOnlyList<ulong> ForWords(Word[] words)
    {
        var rare = new List<ulong>(words.Length);
        var (areNumbers, lengths) = (new List<bool>(words.Length), new List<int>(words.Length));
        foreach (var word in words)
        {
            if (word.IsCommon)
                continue;
            rare.Add(word.Hash);
            areNumbers.Add(word.Kind == WordKind.Number);
            lengths.Add(word.IsSpaceless ? SpacelessShingleLength : ShingleLength);
        }

        return Least(CollectionsMarshal.AsSpan(rare), CollectionsMarshal.AsSpan(areNumbers), CollectionsMarshal.AsSpan(lengths));
    }

    private static IReadOnlyList<ulong> Least(ReadOnlySpan<ulong> hashes, ReadOnlySpan<bool> areNumbers, ReadOnlySpan<int> lengths)
    {
        var (least, leastOfTop) = (new LeastKeys(Fingerprint.MaxBands), new LeastKeys(TopBands));
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i + lengths[i] > hashes.Length)
                continue;
            var key = Combine(hashes.Slice(i, lengths[i]));
            var rank = areNumbers.Slice(i, lengths[i]).Contains(true) ? key / NumberPreference : key;
            least.Add(rank, key);
            if (i < TopLength)
                leastOfTop.Add(rank, key);
        }

        return [.. leastOfTop.Keys.Union(least.Keys).Take(Fingerprint.MaxBands)];
    }

    private static ulong Combine(ReadOnlySpan<ulong> hashes)
    {
        var combined = Seed;
        foreach (var hash in hashes)
            combined = WordHash.Mix((combined * 31) + hash);
        return combined;
    }
}
