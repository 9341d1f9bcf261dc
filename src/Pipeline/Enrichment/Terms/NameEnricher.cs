using Pipeline.Articles;

namespace Pipeline.Enrichment.Terms;

/// <summary>The organisations, people and products that the text mentions, at most 20, the most mentioned first.</summary>
internal sealed class NameEnricher : IEnricher
{
    private const int Most = 20;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var text = $"{article.Title}\n{article.Text}";
        var known = KnownNames.In(text).ToArray();
        var named = known
            .Concat(CapitalisedNames.In(text, article.Language).Where(name => !known.Any(other => IsIn(name.Name, other.Name))))
            .Concat(EastAsianNames.In(text, article.Language).Where(name => !known.Any(other => IsIn(name.Name, other.Name))))
            .OrderByDescending(name => name.Count)
            .DistinctBy(name => name.Name, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Select(name => name.Name)
            .ToArray();
        return named.Length == 0 ? article : (article with { Names = named }).Because("names", ProvenanceExtensions.TheText);
    }

    private static bool IsIn(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase) || known.Contains($"({name})", StringComparison.Ordinal);
}
