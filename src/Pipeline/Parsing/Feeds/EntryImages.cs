using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds.MediaRSS;
using Pipeline.Articles;

namespace Pipeline.Parsing.Feeds;

/// <summary>The images that a feed attaches to an entry: Media RSS, iTunes, <c>image</c> elements, and enclosures that are
/// images.</summary>
internal static class EntryImages
{
    private static readonly HashSet<XName> OwnNames = ["image", "logo", "thumbnail"];

    /// <summary>Media RSS first, because it alone tells sizes; each address once.</summary>
    public static IReadOnlyList<ArticleImage> Read(XElement item, EntryLinks links)
    {
        var contents = FeedNames.InMedia(item, "content").Where(IsImage).Select(element => ReadContent(element, links));
        var thumbnails = FeedNames.InMedia(item, "thumbnail").Concat(
            FeedNames.InMedia(item, "content").Elements(FeedNames.Media + "thumbnail")).Select(element => ReadThumbnail(element, links));
        var single = item.Elements(FeedNames.Itunes + "image").Concat(item.Elements().Where(element => OwnNames.Contains(element.Name)))
            .Select(element => links.Absolute(AddressIn(element)));
        var enclosed = links.Enclosures().Where(enclosure =>
            enclosure.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true).Select(enclosure => enclosure.Url);
        return [.. contents.Concat(thumbnails).Concat(single.Concat(enclosed).Select(url => url is null ? null : new ArticleImage(url)))
            .OfType<ArticleImage>().DistinctBy(image => image.Url)];
    }

    private static ArticleImage? ReadContent(XElement element, EntryLinks links)
    {
        var media = new Media(element);
        return links.Absolute(media.Url) is { } url
            ? new ArticleImage(url)
            {
                Width = media.Width,
                Height = media.Height,
                Caption = Text(element, "description"),
                Alt = Text(element, "title"),
                Credit = Text(element, "credit"),
            }
            : null;
    }

    private static ArticleImage? ReadThumbnail(XElement element, EntryLinks links)
    {
        var thumbnail = new Thumbnail(element);
        return links.Absolute(thumbnail.Url ?? element.Value) is { } url
            ? new ArticleImage(url) { Width = thumbnail.Width, Height = thumbnail.Height } : null;
    }

    private static bool IsImage(XElement element) => MediaKind.Read(element) is "image";

    private static string? AddressIn(XElement element) =>
        (string?)element.Attribute("href")
            ?? (string?)element.Attribute("url") ?? (string?)element.Element("url") ?? (element.HasElements ? null : element.Value);

    private static string? Text(XElement element, string name) =>
        element.Element(FeedNames.Media + name) is { } child ? TextConstruct.Text(child) : null;
}
