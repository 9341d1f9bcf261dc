using System.Globalization;
using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>The pictures of a NewsML 1.x item that have an address: most name only a file that travels beside it.</summary>
internal static class NewsMl1Images
{
    /// <summary>Of each component the widest; <paramref name="address"/> is where the file itself came from.</summary>
    public static IReadOnlyList<ArticleImage> Read(XElement item, Uri? address) =>
        [.. NewsMl1Elements.Components(item).Select(component => Widest(component, address)).OfType<ArticleImage>().DistinctBy(
            image => image.Url)];

    private static ArticleImage? Widest(XElement component, Uri? address) =>
        component.Children("ContentItem").Where(content => content.Child("MediaType").IsNamed("photo", "picture", "image", "graphic"))
            .Select(content => Image(content, component, address)).OfType<ArticleImage>().MaxBy(image => image.Width ?? 0);

    private static ArticleImage? Image(XElement content, XElement component, Uri? address)
    {
        if (content.Fact("Href") is not { } href || HtmlLinks.Web(HtmlLinks.Absolute(address, href)) is not { } url)
            return null;
        var (lines, size) = (component.Child("NewsLines"), content.Child("Characteristics"));
        return new ArticleImage(url.AbsoluteUri)
        {
            Caption = lines.Child("HeadLine").Text(),
            Credit = lines.Child("CreditLine").Text() ?? lines.Child("ByLine").Text(),
            Width = Pixels(size, "width"),
            Height = Pixels(size, "height"),
        };
    }

    private static int? Pixels(XElement? size, string name) =>
        size is not null && NewsMl1Elements.Properties([size], property => property.Equals(name, StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault() is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
}
