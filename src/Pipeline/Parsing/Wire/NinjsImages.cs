using System.Globalization;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the pictures that a ninjs item is associated with: of each, the widest rendition.</summary>
internal static class NinjsImages
{
    public static IReadOnlyList<ArticleImage> Read(NinjsObject item) =>
        [.. item.Objects("associations").Where(part => part.Text("type") is "picture" or "graphic").Select(Image).OfType<ArticleImage>()
            .DistinctBy(image => image.Url)];

    private static ArticleImage? Image(NinjsObject picture)
    {
        var rendition = picture.Objects("renditions").Where(candidate => candidate.Text("href") is not null).MaxBy(
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
