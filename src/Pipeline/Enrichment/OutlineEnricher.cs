using Pipeline.Articles;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment;

/// <summary>The headings of the text in order, also those that a publisher marks by class or label
/// (<see cref="MarkedHeadings"/>).</summary>
internal sealed class OutlineEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var headings = input.Body.Root.QuerySelectorAll("h1, h2, h3, h4, h5, h6")
            .Select(element => new OutlineHeading(element.LocalName[1] - '0', HtmlText.FromNode(element).ReplaceLineEndings(" ")))
            .Where(heading => heading.Text.Length > 0)
            .ToArray();
        return headings.Length == 0 ? article
            : (article with { Outline = headings }).WithProvenance("outline", ProvenanceExtensions.TheText);
    }
}
