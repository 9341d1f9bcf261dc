using System.Runtime.InteropServices;
using System.Text;
using Pipeline.Enrichment.Splitting;
using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Words and phrases of up to four words that recur in a text written with spaces. A phrase that nearly always stands in a longer
/// one is left out.</summary>
internal sealed class Phrases
{
    private const int MaxWords = 4;
    private const double ShareOfParts = 0.7;

    // Words are numbered from 1, whatever their case: no text that is cut into words has more than fit 16 bits.
    private const int BitsOfAWord = 16;

    private readonly Dictionary<ulong, Phrase> phrases = [];

    // The words that tell, in order, and where the run of those that follow each other starts among them.
    private readonly List<string> words = [];
    private readonly List<ulong> ids = [];
    private int run;

    public static IEnumerable<(string Term, int Count)> FindIn(TextWords text, string? language, bool isChinese)
    {
        var (found, common) = (new Phrases(), CommonWords.MarkIn(text, language));
        var stems = language == "ko" ? new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase) : null;
        foreach (var word in text.All)
        {
            // "New York" is a phrase, "new" alone is none.
            var isPrefix = word.IsCapitalised && NotNames.IsPrefix(word.Text);
            if (!(isPrefix || (Tells(word.Text) && !common[word.Number])) || (isChinese && StartsWithHan(word.Text)))
            {
                found.run = found.words.Count;
                continue;
            }

            if (!word.Follows)
                found.run = found.words.Count;
            var stem = stems is null ? word.Text : KoreanStem.StripParticle(word.Text);
            found.Add(stem, stems is null ? (ulong)word.Number + 1 : NumberOf(stems, stem), isPrefix);
        }

        return found.ListRecurring();
    }

    private static bool StartsWithHan(string word) => Rune.TryGetRuneAt(word, 0, out var first) && Scripts.IsHan(first);

    private static ulong NumberOf(Dictionary<string, ulong> numbers, string word)
    {
        if (!numbers.TryGetValue(word, out var number))
            numbers[word] = number = (ulong)numbers.Count + 1;
        return number;
    }

    private static bool Tells(string word) =>
        (word.Length >= 3 || (word.Length == 2 && (char.IsUpper(word[1]) || word[0] >= '\u3400'))) && !char.IsDigit(word[0]);

    private void Add(string word, ulong id, bool isPrefix)
    {
        words.Add(word);
        ids.Add(id);
        var key = 0UL;
        for (var length = 1; length <= Math.Min(MaxWords, words.Count - run); length++)
        {
            key |= ids[^length] << (BitsOfAWord * (length - 1));
            if (!isPrefix)
                Count(key, words.Count - length, length);
        }
    }

    // Capitals at the start of a sentence or in a headline are not the word's own.
    private void Count(ulong key, int start, int length)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(phrases, key, out var exists);
        var isPlainer = exists && char.IsUpper(words[known.Start][0]) && char.IsLower(words[start][0]);
        known = new Phrase(key, exists && !isPlainer ? known.Start : start, length, known.Count + 1);
    }

    private IEnumerable<(string Term, int Count)> ListRecurring()
    {
        Phrase[] recurring = [.. phrases.Values.Where(phrase => phrase.Count >= 2)];
        Phrase[] longer = [.. recurring.Where(phrase => phrase.Length > 1)];
        return recurring.Where(phrase => !Array.Exists(longer, phrase.IsMostlyPartOf))
            .Select(phrase => (string.Join(' ', words.GetRange(phrase.Start, phrase.Length)), phrase.Count));
    }

    /// <summary>A phrase, by where it stands among the words that tell.</summary>
    /// <param name="Key">The numbers of its words, the last one lowest.</param>
    /// <param name="Start">Its first word.</param>
    /// <param name="Length">In words.</param>
    /// <param name="Count">How often it occurs.</param>
    private readonly record struct Phrase(ulong Key, int Start, int Length, int Count)
    {
        public bool IsMostlyPartOf(Phrase longer)
        {
            if (longer.Length <= Length || longer.Count < ShareOfParts * Count)
                return false;
            var mask = (1UL << (BitsOfAWord * Length)) - 1;
            for (var i = 0; i <= longer.Length - Length; i++)
            {
                if (((longer.Key >> (BitsOfAWord * i)) & mask) == Key)
                    return true;
            }

            return false;
        }
    }
}
