using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Terms;

/// <summary>The organisations, people and products that the text mentions, at most 20, the most mentioned first.</summary>
internal sealed class NameEnricher : IEnricher
{
    private const int MaxNames = 20;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var text = input.Words.Text;
        var known = KnownNames.FindIn(text).ToArray();
        var named = known
            .Concat(CapitalisedNames.In(input.Words, input.Story, article.Language).Concat(EastAsianNames.In(text, article.Language))
                .Where(name => !KnownNames.Contain(name.Name)))
            .OrderByDescending(name => name.Count).ThenBy(name => text.IndexOf(Bare(name.Name), StringComparison.Ordinal))
            .DistinctBy(name => name.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MaxNames)
            .Select(name => name.Name)
            .ToArray();
        return named.Length == 0 ? article : (article with { Names = named }).WithProvenance("names", ProvenanceExtensions.TheText);
    }

    private static string Bare(string name) => name.EndsWith(')') ? name[(name.IndexOf('(') + 1)..^1] : name;
}
