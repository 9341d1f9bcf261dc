using System.Runtime.InteropServices;
using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Words and phrases of up to four words that recur in a text written with spaces. A phrase that nearly always stands in a longer
/// one is left out.</summary>
internal static class Phrases
{
    private const int MaxWords = 4;
    private const double ShareOfParts = 0.7;

    public static IEnumerable<(string Term, int Count)> FindIn(string text, string? language, bool isChinese)
    {
        var (counts, numbers) = (new Dictionary<ulong, (PhrasePlace Written, int Count)>(), new Dictionary<string, ulong>(
            StringComparer.OrdinalIgnoreCase));
        // The words that tell, in order, and where the run of those that follow each other starts among them.
        var (words, ids, run) = (new List<string>(), new List<ulong>(), 0);
        foreach (var word in Words.SplitText(text))
        {
            // "New York" is a phrase, "new" alone is none.
            var isPrefix = word.IsCapitalised && NotNames.IsPrefix(word.Text);
            if (!(isPrefix || Tells(word.Text, language)) || (isChinese && Scripts.IsHan(word.Text.EnumerateRunes().First())))
            {
                run = words.Count;
                continue;
            }

            if (!word.Follows)
                run = words.Count;
            words.Add(language == "ko" ? KoreanStem.StripParticle(word.Text) : word.Text);
            ids.Add(NumberOf(numbers, words[^1]));
            for (var length = isPrefix ? MaxWords + 1 : 1; length <= Math.Min(MaxWords, words.Count - run); length++)
                Add(counts, KeyOf(ids, length), new PhrasePlace(words.Count - length, length), words);
        }

        var recurring = counts.Values.Where(term => term.Count >= 2).Select(
            term => (Term: string.Join(' ', words.GetRange(term.Written.Start, term.Written.Length)), term.Count)).ToArray();
        var phrases = recurring.Where(term => term.Term.Contains(' ')).Select(term => (Term: $" {term.Term} ", term.Count)).ToArray();
        return recurring.Where(term => !IsPart($" {term.Term} ", term.Count, phrases));
    }

    // Words are numbered from 1, whatever their case: no text that is cut into words has more than fit 16 bits.
    private static ulong NumberOf(Dictionary<string, ulong> numbers, string word)
    {
        if (!numbers.TryGetValue(word, out var number))
            numbers[word] = number = (ulong)numbers.Count + 1;
        return number;
    }

    private static ulong KeyOf(List<ulong> ids, int length)
    {
        var key = 0UL;
        for (var i = ids.Count - length; i < ids.Count; i++)
            key = key << 16 | ids[i];
        return key;
    }

    private static bool IsPart(string term, int count, (string Term, int Count)[] phrases) =>
        Array.Exists(phrases, phrase => phrase.Term.Length > term.Length && phrase.Count >= ShareOfParts * count
            && phrase.Term.Contains(term, StringComparison.OrdinalIgnoreCase));

    // Capitals at the start of a sentence or in a headline are not the word's own.
    private static void Add(
        Dictionary<ulong, (PhrasePlace Written, int Count)> counts, ulong key, PhrasePlace place, List<string> words)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out var exists);
        var isPlainer = exists && char.IsUpper(words[known.Written.Start][0]) && char.IsLower(words[place.Start][0]);
        known = (exists && !isPlainer ? known.Written : place, known.Count + 1);
    }

    private static bool Tells(string word, string? language) =>
        (word.Length >= 3 || (word.Length == 2 && (char.IsUpper(word[1]) || word[0] >= '\u3400'))) && !char.IsDigit(word[0])
            && !CommonWords.Contain(word, language);

    /// <summary>Where a phrase stands among the words that tell.</summary>
    private readonly record struct PhrasePlace(int Start, int Length);
}
