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
        var rare = GC.AllocateUninitializedArray<Word>(words.Length);
        var count = 0;
        foreach (ref readonly var word in words.AsSpan())
        {
            // Written over where it is common: which words are is nothing that a processor can guess.
            rare[count] = word;
            count += word.IsCommon ? 0 : 1;
        }

        return Least(rare.AsSpan(0, count));
    }

    private static IReadOnlyList<ulong> Least(ReadOnlySpan<Word> words)
    {
        var (least, leastOfTop) = (new LeastKeys(Fingerprint.MaxBands), new LeastKeys(TopBands));
        for (var i = 0; i < words.Length; i++)
        {
            var length = words[i].IsSpaceless ? SpacelessShingleLength : ShingleLength;
            if (i + length > words.Length)
                continue;
            var (rank, key) = Combine(words.Slice(i, length));
            least.Add(rank, key);
            if (i < TopLength)
                leastOfTop.Add(rank, key);
        }

        return [.. leastOfTop.Keys.Union(least.Keys).Take(Fingerprint.MaxBands)];
    }

    private static (ulong Rank, ulong Key) Combine(ReadOnlySpan<Word> shingle)
    {
        var (key, hasNumber) = (Seed, false);
        foreach (ref readonly var word in shingle)
        {
            key = WordHash.Mix((key * 31) + word.Hash);
            hasNumber |= word.Kind == WordKind.Number;
        }

        return (hasNumber ? key / NumberPreference : key, key);
    }
}
