using Pipeline.Articles;

namespace Pipeline.Enrichment.Steps;

/// <summary>Where facts came from, in words that a reader of the API understands: <c>declared</c>, <c>the text</c>,
/// <c>JSON-LD</c>.</summary>
internal static class ProvenanceExtensions
{
    public const string Declared = "declared";
    public const string TheText = "the text";

    /// <param name="article">The article that carries the fact.</param>
    /// <param name="fact">The fact's name in camelCase, as in the API.</param>
    /// <param name="source">Where it came from.</param>
    public static Article WithProvenance(this Article article, string fact, string source) =>
        article with { Provenance = new Dictionary<string, string>(article.Provenance) { [fact] = source } };

    /// <summary>Where the entry's parser read a fact; <see cref="Declared"/> where it does not say.</summary>
    public static string SourceOf(this Entry entry, string fact) =>
        entry.Provenance.GetValueOrDefault(fact, Declared);
}
