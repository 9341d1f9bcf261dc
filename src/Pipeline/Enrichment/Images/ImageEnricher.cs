using System.Globalization;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Enrichment.Lines;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Images;

/// <summary>All images of an article, declared ones first, and the one that leads it; where none can, its provenance says why.</summary>
internal sealed class ImageEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var declared = input.Entry.Images;
        var captions = new Dictionary<IElement, string?>(ReferenceEqualityComparer.Instance);
        var images = declared.Concat(input.Body.Root.QuerySelectorAll("img[src]").Select(image => Read(image, CaptionOf(image, captions))))
            .DistinctBy(image => image.Url, StringComparer.Ordinal).ToArray();
        var refused = images.Select(image => (Image: image, Reason: LeadImage.Refusal(image))).ToArray();
        var lead = refused.FirstOrDefault(image => image.Reason is null).Image;
        article = article
            with
        { Images = images, LeadImage = lead is null ? null : lead with { Credit = lead.Credit ?? article.ImageCredit } };
        if (images.Length > 0)
            article = article.WithProvenance("images", declared.Count == 0 ? ProvenanceExtensions.TheText
                : images.Length == declared.Count ? input.Entry.SourceOf("images") : $"{input.Entry.SourceOf("images")} and the text");
        if (lead is not null)
            return article.WithProvenance(
                "leadImage", declared.Contains(lead) ? input.Entry.SourceOf("images") : ProvenanceExtensions.TheText);
        return refused is [var first, ..] ? article.WithProvenance("leadImage", $"none: {first.Image.Url} {first.Reason}") : article;
    }

    // A figure may hold a gallery: its caption is looked for once.
    private static string? CaptionOf(IElement image, Dictionary<IElement, string?> captions)
    {
        if (image.Closest("figure") is not { } figure)
            return null;
        if (!captions.TryGetValue(figure, out var caption))
            captions[figure] = caption = figure.QuerySelector("figcaption") is { } element ? HtmlText.FromNode(element) : null;
        return caption;
    }

    private static ArticleImage Read(IElement image, string? caption) => new(image.GetAttribute("src")!)
    {
        Alt = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : null,
        Caption = caption is { Length: > 0 } ? caption : null,
        Credit = caption is null ? null : CreditOf(caption),
        Width = Pixels(image.GetAttribute("width")),
        Height = Pixels(image.GetAttribute("height")),
    };

    private static string? CreditOf(string caption) =>
        CreditLines.Read(caption).FirstOrDefault(
            credit => credit.Kind is CreditKind.ImageCredit or CreditKind.Photographer or CreditKind.OriginalPublisher) is { } credit
            ? NameList.Clean(credit.Value)
            : null;

    private static int? Pixels(string? value) =>
        int.TryParse(
            value?.Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            ? pixels : null;
}
