using Pipeline.Articles;
using Pipeline.Enrichment.Markup;

namespace Pipeline.Enrichment.Summaries;

/// <summary>At most 300 characters that say what the article is about: the publisher's own summary, or the lede.</summary>
internal sealed class ExcerptEnricher : IEnricher
{
    private const int MaxLength = 300;
    private const int MinLength = 20;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        if (input.Entry.SummaryHtml is { } summary && OneLine(ArticleMarkup.Read(summary, null).Text) is { Length: >= MinLength } published)
            return (article with { Excerpt = SentenceCut.At(published, MaxLength) }).Because("excerpt", input.Entry.SourceOf("summary"));
        return Lede(article.Text) is { } lede
            ? (article with { Excerpt = SentenceCut.At(lede, MaxLength) }).Because("excerpt", ProvenanceExtensions.TheText)
            : article;
    }

    private static string? Lede(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(OneLine).FirstOrDefault(paragraph => paragraph.Length >= MinLength);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
