using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Terms;

/// <summary>
/// The terms that tell this article from others, at most 10, best first. Without a corpus to compare with, a term is worth how
/// often it occurs, how long it is, and whether the title has it or it is a name; words that every article has are left out.
/// </summary>
internal sealed class KeywordEnricher : IEnricher
{
    private const int MaxKeywords = 10;
    private const double InTitle = 2.5;
    private const double IsName = 1.5;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var isChinese = article.Language?.StartsWith("zh", StringComparison.Ordinal) == true;
        var terms = Phrases.FindIn(input.Words, article.Language, isChinese).Concat(isChinese ? HanTerms.FindIn(input.Words.Text) : []);
        var best = terms.OrderByDescending(term => Score(term, article)).ThenBy(term => term.Term, StringComparer.Ordinal);
        var chosen = new List<(string Term, int Count)>();
        foreach (var (term, count) in best.TakeWhile(_ => chosen.Count < MaxKeywords))
            if (!chosen.Exists(other => SaysTheSame(other, term, count)))
                chosen.Add((term, count));
        return chosen.Count == 0 ? article
            : (article with { Keywords = [.. chosen.Select(term => AsNamed(term.Term, article)).Distinct(StringComparer.Ordinal)] })
                .WithProvenance("keywords", ProvenanceExtensions.TheText);
    }

    // A Japanese title is written on to its holder: 林若葉社長.
    private static string AsNamed(string term, Article article) =>
        article.Names.FirstOrDefault(name => name.Equals(term, StringComparison.OrdinalIgnoreCase))
        ?? article.Names.FirstOrDefault(
            name => name[0] >= '\u2E80' && term.StartsWith(name, StringComparison.Ordinal) && term.Length - name.Length <= 3)
        ?? term;

    private static double Score((string Term, int Count) term, Article article) =>
        term.Count * Math.Log2(1 + Weight(term.Term))
        * (article.Title.Contains(term.Term, StringComparison.OrdinalIgnoreCase) ? InTitle : 1)
        * (article.Names.Any(name => name.Contains(term.Term, StringComparison.Ordinal)) ? IsName : 1);

    // A Han character says about as much as three letters; two words say more than one.
    private static int Weight(string term) =>
        term[0] >= '\u2E80' ? term.Length * 3 : term.Contains(' ') ? term.Length * 2 : Math.Min(term.Length, 12);

    // "climate" beside "climate change" tells nothing more, unless it often stands alone.
    private static bool SaysTheSame((string Term, int Count) chosen, string term, int count) =>
        chosen.Term.Contains(term, StringComparison.OrdinalIgnoreCase) ? count < chosen.Count * 2
            : term.Contains(chosen.Term, StringComparison.OrdinalIgnoreCase);
}
