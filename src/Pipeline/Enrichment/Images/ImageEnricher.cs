using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;

namespace Pipeline.Enrichment.Images;

/// <summary>All images of an article, declared ones first, and the one that leads it.</summary>
internal sealed partial class ImageEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        var declared = input.Entry.Images;
        var inText = input.Body.Root.QuerySelectorAll("img[src]").Select(Read);
        var images = declared.Concat(inText).DistinctBy(image => image.Url, StringComparer.Ordinal).ToArray();
        var lead = images.FirstOrDefault(CanLead);
        article = article with { Images = images, LeadImage = lead };
        return lead is null ? article : article.Because("leadImage", declared.Contains(lead) ? input.Entry.SourceOf("images") : ProvenanceExtensions.TheText);
    }

    private static ArticleImage Read(IElement image) => new(image.GetAttribute("src")!)
    {
        Alt = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : null,
        Caption = image.Closest("figure")?.QuerySelector("figcaption")?.TextContent.Trim(),
        Width = Pixels(image.GetAttribute("width")),
        Height = Pixels(image.GetAttribute("height")),
    };

    private static int? Pixels(string? value) =>
        int.TryParse(value?.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;

    private static bool CanLead(ArticleImage image) => !Placeholder().IsMatch(image.Url) && image is not { Width: < 100 } and not { Height: < 100 };

    [GeneratedRegex(@"picsum\.photos|placehold|placeholder|spacer|blank\.(gif|png)|avatar|gravatar|logo|pixel|sprite|/icons?/", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
