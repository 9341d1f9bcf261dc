using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Posts;

/// <summary>Reads the images that a front matter names, under the keys of the common themes; each address counts once.</summary>
internal static class PostImages
{
    private static readonly string[] Keys =
    [
        "headimg", "image", "images", "cover", "coverimage", "featuredimage", "featureimage", "feature", "banner", "bannerimg", "hero",
        "heroimage", "header", "indeximg", "topimg", "thumbnail", "thumb", "teaser", "ogimage", "photo", "photos",
    ];

    /// <param name="facts">The front matter.</param>
    /// <param name="url">The post's address, which a relative image belongs to.</param>
    public static IReadOnlyList<ArticleImage> Read(FrontMatter facts, string? url)
    {
        // A permalink that is only a path would be an absolute file address on Unix.
        var page = HtmlLinks.Web(url);
        return [.. facts.Values(Keys).Select(value => Image(value, page)).OfType<ArticleImage>().DistinctBy(image => image.Url)];
    }

    private static ArticleImage? Image(JsonNode value, Uri? page)
    {
        if (value is not JsonObject mapping)
            return Address(FrontMatter.TextOf(value), page) is { } address ? new ArticleImage(address) : null;
        return Address(FrontMatter.TextOf(mapping, "url", "src", "image", "path", "href", "feature", "teaser", "overlayimage"), page)
            is not { } found
            ? null
            : new ArticleImage(found)
            {
                Alt = FrontMatter.TextOf(mapping, "alt", "imagealt"),
                Caption = FrontMatter.TextOf(mapping, "caption", "title"),
                Credit = FrontMatter.TextOf(mapping, "credit", "source", "author"),
                Width = Pixels(FrontMatter.TextOf(mapping, "width")),
                Height = Pixels(FrontMatter.TextOf(mapping, "height")),
            };
    }

    // Themes use the same keys for switches (header: true) and colours: an address has a dot or a slash.
    private static string? Address(string? text, Uri? page)
    {
        if (text is null || !text.AsSpan().ContainsAny('.', '/') || text.Contains(' ', StringComparison.Ordinal))
            return null;
        return page is not null && Uri.TryCreate(page, text, out var joined) ? joined.AbsoluteUri : text;
    }

    private static int? Pixels(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
