using System.Runtime.InteropServices;

namespace Pipeline.Enrichment.Languages;

/// <summary>
/// The languages of one script side by side: a trigram is looked up once for all of them. A profile for each language would be
/// asked 33 times for every trigram of a text in Latin letters, which was half the cost of enrichment.
/// </summary>
internal sealed class LikelihoodTable
{
    // A trigram that a profile does not hold is rarer than its rarest, 2000th one.
    private const int UnknownCost = 32;

    // One with a letter that the language does not write is rarer still; a word that is common in it makes up for much of a title.
    // The two were the best of five pairs over the sentences that the profiles were not counted on.
    private const int ForeignCost = 38;
    private const int CommonWordGain = 10;

    private static readonly Dictionary<Script, Lazy<LikelihoodTable>> Loaded =
        Enum.GetValues<Script>().ToDictionary(script => script, script =>
            new Lazy<LikelihoodTable>(() => new LikelihoodTable([.. LanguageProfile.Shipped.Where(profile => profile.Script == script)])));

    private static readonly char[] Apart = [.. " \n\t,.:;!?\"()“”„«»-"];

    private readonly IReadOnlyList<LanguageProfile> profiles;
    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<byte> costs = [];

    // Which languages have a letter or a word, a bit for each.
    private readonly Dictionary<char, ulong> letters = [];
    private readonly Dictionary<string, ulong> words = new(StringComparer.OrdinalIgnoreCase);

    private LikelihoodTable(IReadOnlyList<LanguageProfile> profiles)
    {
        this.profiles = profiles;
        for (var language = 0; language < profiles.Count; language++)
            Add(profiles[language], language);
    }

    /// <summary>The script's table, made once on first use.</summary>
    public static LikelihoodTable ForScript(Script script) => Loaded[script].Value;

    /// <summary>For each language of the script what a trigram of the text costs on average, in halves of a bit.</summary>
    public IEnumerable<(string Language, double Cost)> Costs(string text, List<ulong> trigrams)
    {
        var sums = new int[profiles.Count];
        foreach (var trigram in trigrams)
            Add(sums, trigram);
        foreach (var word in text.Split(Apart, StringSplitOptions.RemoveEmptyEntries))
            for (var known = words.GetValueOrDefault(word); known != 0; known &= known - 1)
                sums[System.Numerics.BitOperations.TrailingZeroCount(known)] -= CommonWordGain;
        return profiles.Select((profile, i) => (profile.Language, sums[i] / (double)trigrams.Count));
    }

    private void Add(int[] sums, ulong trigram)
    {
        var row = rows.TryGetValue(trigram, out var at) ? CollectionsMarshal.AsSpan(costs).Slice(at, profiles.Count) : [];
        var writers = letters.GetValueOrDefault((char)(trigram >> 32)) & letters.GetValueOrDefault((char)(trigram >> 16))
            & letters.GetValueOrDefault((char)trigram);
        for (var language = 0; language < sums.Length; language++)
            sums[language] +=
                !row.IsEmpty && row[language] is > 0 and var cost ? cost : (writers >> language & 1) == 1 ? UnknownCost : ForeignCost;
    }

    private void Add(LanguageProfile profile, int language)
    {
        foreach (var word in profile.CommonWords)
            words[word] = words.GetValueOrDefault(word) | 1UL << language;
        foreach (var (cost, run) in profile.Trigrams)
            for (var i = 0; i + 2 < run.Length; i += 3)
                costs[RowOf(Trigrams.Key(run[i], run[i + 1], run[i + 2])) + language] = cost;
        foreach (var letter in profile.Trigrams.SelectMany(trigrams => trigrams.Run))
            letters[letter] = letters.GetValueOrDefault(letter) | 1UL << language;
    }

    private int RowOf(ulong trigram)
    {
        if (rows.TryGetValue(trigram, out var row))
            return row;
        rows[trigram] = row = costs.Count;
        CollectionsMarshal.SetCount(costs, row + profiles.Count);
        CollectionsMarshal.AsSpan(costs)[row..].Clear();
        return row;
    }
}
