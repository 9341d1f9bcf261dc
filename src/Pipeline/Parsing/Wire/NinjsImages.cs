using System.Globalization;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the pictures that a ninjs item is associated with: of each, the widest rendition.</summary>
internal static class NinjsImages
{
    public static IReadOnlyList<ArticleImage> Read(NinjsObject item) =>
        [.. Pictures(item).Select(Image).OfType<ArticleImage>().DistinctBy(image => image.Url)];

    // A gallery is a part that holds pictures; stories among the parts are entries with pictures of their own.
    private static IEnumerable<NinjsObject> Pictures(NinjsObject item) =>
        item.Parts("associations").SelectMany(part => part.Text("type")?.ToLowerInvariant() switch
        {
            "picture" or "graphic" => [part],
            "composite" or null => Pictures(part),
            _ => Enumerable.Empty<NinjsObject>(),
        });

    private static ArticleImage? Image(NinjsObject picture)
    {
        var rendition = picture.Parts("renditions").Where(candidate => candidate.Text("href") is not null).MaxBy(
            candidate => Pixels(candidate.Text("width")) ?? 0);
        return rendition is null
            ? null
            : new ArticleImage(rendition.Text("href")!)
            {
                Alt = NinjsBody.Headline(picture),
                Caption = NinjsBody.Summary(picture) is { } caption ? PlainText.From(caption) : null,
                Credit = picture.Text("creditline", "byline", "by"),
                Width = Pixels(rendition.Text("width")),
                Height = Pixels(rendition.Text("height")),
            };
    }

    private static int? Pixels(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
