using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The pictures of a gallery that a page tells machines of, and shows by a script.</summary>
internal static class JsonLdGallery
{
    private const int MaxPictures = 200;

    private static readonly string[] Parts = ["mainEntity", "hasPart"];

    private static readonly string[] Lists = ["associatedMedia", "hasPart", "image", "itemListElement"];

    /// <summary>The captioned pictures of the node, which is a gallery or is about one.</summary>
    public static IReadOnlyList<ArticleImage> Read(JsonElement article, JsonLdGraph graph, Page page) =>
        [.. Parts.SelectMany(property => graph.Values(article, property))
            .Where(graph.IsGallery).Prepend(article)
            .SelectMany(gallery => PicturesOf(gallery, graph)).Take(MaxPictures)
            .Select(picture => ImageOf(picture, graph, page)).OfType<ArticleImage>().DistinctBy(image => image.Url)];

    private static IEnumerable<JsonElement> PicturesOf(JsonElement gallery, JsonLdGraph graph) =>
        Lists.SelectMany(property => graph.Values(gallery, property))
            .SelectMany(value => graph.Values(value, "item").Prepend(value))
            .Where(graph.IsPicture);

    private static ArticleImage? ImageOf(JsonElement picture, JsonLdGraph graph, Page page) =>
        PlainText.From(graph.Text(picture, "caption") ?? graph.Text(picture, "description")) is { } caption
            && page.Absolute(graph.Text(picture, "contentUrl") ?? graph.LinkOf(picture)) is { } url
            ? new ArticleImage(url) { Caption = caption, Credit = PlainText.From(graph.Text(picture, "creditText")) }
            : null;
}
