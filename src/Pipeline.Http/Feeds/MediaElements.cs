using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Http.Feeds;

/// <summary>Media RSS (rssboard.org/media-rss): what RSS and Atom have no words for, the lead image and files beyond the first.</summary>
internal static class MediaElements
{
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static readonly XAttribute Declaration = new(XNamespace.Xmlns + "media", Media);

    public static IEnumerable<XElement> WriteImage(ArticleImage? image)
    {
        if (image is null)
            return [];
        var size = new[] { Sized("width", image.Width), Sized("height", image.Height) };
        return
        [
            new(Media + "content", new XAttribute("url", XmlText.Clean(image.Url)), new XAttribute("medium", "image"), size,
                image.Caption is { } caption ? new XElement(Media + "description", XmlText.Clean(caption)) : null,
                image.Credit is { } credit ? new XElement(Media + "credit", XmlText.Clean(credit)) : null),
            new(Media + "thumbnail", new XAttribute("url", XmlText.Clean(image.Url)), size),
        ];
    }

    public static XElement WriteFile(Enclosure enclosure) => new(Media + "content",
        new XAttribute("url", XmlText.Clean(enclosure.Url)),
        enclosure.MediaType is { } type ? new XAttribute("type", XmlText.Clean(type)) : null,
        enclosure.Length is { } length ? new XAttribute("fileSize", length) : null);

    private static XAttribute? Sized(string name, int? pixels) => pixels is { } known ? new XAttribute(name, known) : null;
}
