using Pipeline.Articles;

namespace Pipeline.Enrichment.Terms;

/// <summary>
/// The terms that tell this article from others, at most 10, best first. Without a corpus to compare with, a term is worth how
/// often it occurs, how long it is, and whether the title has it; words that every article has are left out.
/// </summary>
internal sealed class KeywordEnricher : IEnricher
{
    private const int Most = 10;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var text = $"{article.Title}\n{article.Text}";
        var isChinese = article.Language?.StartsWith("zh", StringComparison.Ordinal) == true;
        var terms = Spaced(text, article.Language, isChinese).Concat(isChinese ? HanTerms.Of(text) : []);
        var best = terms
            .Select(term => (term.Term, term.Count, Score: term.Count * Math.Log2(1 + Weight(term.Term)) * (article.Title.Contains(term.Term, StringComparison.OrdinalIgnoreCase) ? 2.5 : 1)))
            .OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal)
            .ToArray();
        var chosen = new List<(string Term, int Count)>();
        foreach (var (term, count, _) in best.TakeWhile(_ => chosen.Count < Most))
            if (!chosen.Exists(other => SaysTheSame(other, term, count)))
                chosen.Add((term, count));
        return chosen.Count == 0 ? article : (article with { Keywords = [.. chosen.Select(term => term.Term)] }).Because("keywords", ProvenanceExtensions.TheText);
    }

    private static IEnumerable<(string Term, int Count)> Spaced(string text, string? language, bool isChinese)
    {
        var counts = new Dictionary<string, (string Written, int Count)>(StringComparer.OrdinalIgnoreCase);
        Word? before = null;
        foreach (var word in Words.Of(text))
        {
            var tells = Tells(word.Text, language) && !(isChinese && Scripts.IsHan(word.Text.EnumerateRunes().First()));
            if (tells)
                Add(counts, word.Text);
            if (tells && word.Follows && before is { } first)
                Add(counts, $"{first.Text} {word.Text}");
            before = tells ? word : null;
        }

        return counts.Values.Where(term => term.Count >= 2).Select(term => (term.Written, term.Count));
    }

    private static void Add(Dictionary<string, (string Written, int Count)> counts, string term) =>
        counts[term] = counts.TryGetValue(term, out var known) ? (known.Written, known.Count + 1) : (term, 1);

    private static bool Tells(string word, string? language) =>
        (word.Length >= 3 || (word.Length == 2 && (char.IsUpper(word[1]) || word[0] >= '\u3400'))) && !char.IsDigit(word[0]) && !CommonWords.Contain(word, language);

    // A Han character says about as much as three letters; two words say more than one.
    private static int Weight(string term) => term[0] >= '\u2E80' ? term.Length * 3 : term.Contains(' ') ? term.Length * 2 : Math.Min(term.Length, 12);

    // "climate" beside "climate change" tells nothing more, unless it often stands alone.
    private static bool SaysTheSame((string Term, int Count) chosen, string term, int count) =>
        chosen.Term.Contains(term, StringComparison.OrdinalIgnoreCase) ? count < chosen.Count * 2 : term.Contains(chosen.Term, StringComparison.OrdinalIgnoreCase);
}
