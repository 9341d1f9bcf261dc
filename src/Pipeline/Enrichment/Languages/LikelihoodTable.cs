using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Pipeline.Enrichment.Languages;

/// <summary>
/// The languages of one script side by side: a trigram is looked up once for all of them. A profile for each language would be
/// asked 33 times for every trigram of a text in Latin letters, which was half the cost of enrichment.
/// </summary>
internal sealed class LikelihoodTable
{
    // A trigram that a profile does not hold is rarer than its rarest, 2500th one.
    private const int UnknownCost = 32;

    // One with a letter that the language does not write is rarer still; a word that is common in it makes up for much of a title.
    // The two were the best of five pairs over the sentences that the profiles were not counted on.
    private const int ForeignCost = 38;
    private const int CommonWordGain = 10;

    private static readonly Dictionary<Script, Lazy<LikelihoodTable>> Loaded =
        Enum.GetValues<Script>().ToDictionary(script => script, script =>
            new Lazy<LikelihoodTable>(() => new LikelihoodTable([.. LanguageProfile.Shipped.Where(profile => profile.Script == script)])));

    // So many costs of a byte add up to no more than 16 bits hold.
    private const int MostAtOnce = 256;

    private static readonly SearchValues<char> Apart = SearchValues.Create(" \n\t,.:;!?\"()“”„«»-");

    private readonly IReadOnlyList<LanguageProfile> profiles;
    // A row of costs for each trigram that any profile holds, as wide as whole vectors.
    private readonly int width;
    private readonly TrigramRows rows = new();
    private readonly List<byte> costs = [];

    // Which languages have a letter or a word, a bit for each.
    private readonly Dictionary<char, ulong> letters = [];
    private readonly Dictionary<string, ulong> words = new(StringComparer.OrdinalIgnoreCase);

    private LikelihoodTable(IReadOnlyList<LanguageProfile> profiles)
    {
        this.profiles = profiles;
        width = (profiles.Count + Vector<byte>.Count - 1) / Vector<byte>.Count * Vector<byte>.Count;
        for (var language = 0; language < profiles.Count; language++)
            Add(profiles[language], language);
        foreach (var (trigram, row) in rows.All)
            FillUnknown(CollectionsMarshal.AsSpan(costs).Slice(row * width, profiles.Count), WritersOf(trigram));
    }

    /// <summary>The script's table, made once on first use.</summary>
    public static LikelihoodTable ForScript(Script script) => Loaded[script].Value;

    /// <summary>For each language of the script what a trigram of the text costs on average, in halves of a bit.</summary>
    public IEnumerable<(string Language, double Cost)> Costs(ReadOnlySpan<char> text, List<ulong> trigrams)
    {
        var sums = new int[width];
        AddTrigrams(sums, trigrams);
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.SplitAny(Apart))
            for (var languages = known.TryGetValue(text[range], out var found) ? found : 0; languages != 0; languages &= languages - 1)
                sums[BitOperations.TrailingZeroCount(languages)] -= CommonWordGain;
        return profiles.Select((profile, i) => (profile.Language, sums[i] / (double)trigrams.Count));
    }

    private void AddTrigrams(int[] sums, List<ulong> trigrams)
    {
        var unknown = new Dictionary<ulong, int>();
        Span<ushort> part = stackalloc ushort[width];
        for (var start = 0; start < trigrams.Count; start += MostAtOnce)
        {
            part.Clear();
            foreach (var trigram in CollectionsMarshal.AsSpan(trigrams)[start..Math.Min(start + MostAtOnce, trigrams.Count)])
            {
                if (rows.Find(trigram) is >= 0 and var row)
                    AddRow(part, CollectionsMarshal.AsSpan(costs).Slice(row * width, width));
                else
                    CollectionsMarshal.GetValueRefOrAddDefault(unknown, WritersOf(trigram), out _)++;
            }

            for (var language = 0; language < profiles.Count; language++)
                sums[language] += part[language];
        }

        foreach (var (writers, count) in unknown)
            for (var language = 0; language < profiles.Count; language++)
                sums[language] += count * UnknownCostOf(writers, language);
    }

    private static void AddRow(Span<ushort> sums, ReadOnlySpan<byte> row)
    {
        var into = MemoryMarshal.Cast<ushort, Vector<ushort>>(sums);
        var from = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        for (var i = 0; i < from.Length; i++)
        {
            Vector.Widen(from[i], out var low, out var high);
            into[2 * i] += low;
            into[(2 * i) + 1] += high;
        }
    }

    private static void FillUnknown(Span<byte> row, ulong writers)
    {
        for (var language = 0; language < row.Length; language++)
            row[language] = row[language] > 0 ? row[language] : (byte)UnknownCostOf(writers, language);
    }

    private static int UnknownCostOf(ulong writers, int language) => (writers >> language & 1) == 1 ? UnknownCost : ForeignCost;

    /// <summary>The languages that write all three letters, a bit for each.</summary>
    private ulong WritersOf(ulong trigram) => letters.GetValueOrDefault((char)(trigram >> 32))
        & letters.GetValueOrDefault((char)(trigram >> 16)) & letters.GetValueOrDefault((char)trigram);

    private void Add(LanguageProfile profile, int language)
    {
        foreach (var word in profile.CommonWords)
            words[word] = words.GetValueOrDefault(word) | 1UL << language;
        foreach (var (cost, run) in profile.Trigrams)
            for (var i = 0; i + 2 < run.Length; i += 3)
                RowOf(Trigrams.Key(run[i], run[i + 1], run[i + 2]))[language] = cost;
        foreach (var letter in profile.Trigrams.SelectMany(trigrams => trigrams.Run))
            letters[letter] = letters.GetValueOrDefault(letter) | 1UL << language;
    }

    private Span<byte> RowOf(ulong trigram)
    {
        var start = rows.Add(trigram) * width;
        if (start == costs.Count)
        {
            CollectionsMarshal.SetCount(costs, start + width);
            CollectionsMarshal.AsSpan(costs)[start..].Clear();
        }

        return CollectionsMarshal.AsSpan(costs).Slice(start, width);
    }
}
