using System.Globalization;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads the Open Graph protocol's <c>og:</c> and <c>article:</c> properties (ogp.me).</summary>
internal static class OpenGraphReader
{
    public const string Origin = "Open Graph";

    public static PageFacts Read(Page page)
    {
        var tags = new MetaTags(page.Document);
        return new PageFacts(Origin)
        {
            Title = PlainText.From(tags.First("og:title")),
            Url = page.Identity(tags.First("og:url")),
            Summary = tags.First("og:description"),
            Published = page.ReadDate(tags.First("article:published_time", "article:published", "og:published_time")),
            Updated = page.ReadDate(tags.First("article:modified_time", "og:updated_time", "article:modified")),
            Section = PlainText.From(tags.First("article:section")),
            Publisher = PlainText.From(tags.First("og:site_name")) is { } site ? new Publisher(site) : null,
            IsFree = tags.First("article:content_tier")?.ToLowerInvariant() switch { "free" => true, "locked" => false, _ => null },
            Contributors = [.. tags.All("article:author", "og:article:author").SelectMany(name => Bylines.From(name))],
            Categories = [.. tags.All("article:tag").SelectMany(Keywords.From).Distinct()],
            Images = [.. ImageOf(tags, page)],
        };
    }

    private static IEnumerable<ArticleImage> ImageOf(MetaTags tags, Page page)
    {
        if (page.Absolute(tags.First("og:image", "og:image:url", "og:image:secure_url")) is { } url)
        {
            yield return new ArticleImage(url)
            {
                Alt = PlainText.From(tags.First("og:image:alt")),
                Width = Pixels(tags.First("og:image:width")),
                Height = Pixels(tags.First("og:image:height")),
            };
        }
    }

    private static int? Pixels(string? size) =>
        int.TryParse(size, NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;
}
