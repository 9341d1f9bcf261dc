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
        var counts = new Dictionary<string, (string Written, int Count)>(StringComparer.OrdinalIgnoreCase);
        var run = new List<string>();
        foreach (var word in Words.SplitText(text))
        {
            // "New York" is a phrase, "new" alone is none.
            var isPrefix = word.IsCapitalised && NotNames.IsPrefix(word.Text);
            if (!(isPrefix || Tells(word.Text, language)) || (isChinese && Scripts.IsHan(word.Text.EnumerateRunes().First())))
            {
                run.Clear();
                continue;
            }

            if (!word.Follows)
                run.Clear();
            run.Add(language == "ko" ? KoreanStem.StripParticle(word.Text) : word.Text);
            for (var length = isPrefix ? MaxWords + 1 : 1; length <= Math.Min(MaxWords, run.Count); length++)
                Add(counts, string.Join(' ', run[^length..]));
        }

        var recurring = counts.Values.Where(term => term.Count >= 2).Select(term => (Term: term.Written, term.Count)).ToArray();
        var phrases = recurring.Where(term => term.Term.Contains(' ')).Select(term => (Term: $" {term.Term} ", term.Count)).ToArray();
        return recurring.Where(term => !IsPart($" {term.Term} ", term.Count, phrases));
    }

    private static bool IsPart(string term, int count, (string Term, int Count)[] phrases) =>
        Array.Exists(phrases, phrase => phrase.Term.Length > term.Length && phrase.Count >= ShareOfParts * count
            && phrase.Term.Contains(term, StringComparison.OrdinalIgnoreCase));

    private static void Add(Dictionary<string, (string Written, int Count)> counts, string term) =>
        counts[term] = counts.TryGetValue(term, out var known) ? (Plainer(known.Written, term), known.Count + 1) : (term, 1);

    // Capitals at the start of a sentence or in a headline are not the word's own.
    private static string Plainer(string known, string term) => char.IsUpper(known[0]) && char.IsLower(term[0]) ? term : known;

    private static bool Tells(string word, string? language) =>
        (word.Length >= 3 || (word.Length == 2 && (char.IsUpper(word[1]) || word[0] >= '\u3400'))) && !char.IsDigit(word[0])
            && !CommonWords.Contain(word, language);
}
