using System.Net;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The body of a gallery, whose text is the captions of its pictures.</summary>
internal static class GalleryBody
{
    private const int MinPictures = 3;
    private const int MinLength = 90;

    /// <summary>The pictures, each with its caption as a paragraph; <c>null</c> where they are too few or say too little to be an
    /// article.</summary>
    /// <param name="pictures">The page's pictures.</param>
    public static string? Write(BodyPictures pictures) => Write(pictures.Captioned.Select(picture => picture.Image));

    /// <summary>The same of pictures that the page only states.</summary>
    public static string? Write(IEnumerable<ArticleImage> pictures)
    {
        var captioned = pictures.DistinctBy(image => image.Url, StringComparer.Ordinal).ToList();
        return captioned.Count < MinPictures || captioned.Sum(image => image.Caption!.Length) < MinLength
            ? null
            : string.Concat(
                captioned.Select(
                    image => $"<p><img src=\"{WebUtility.HtmlEncode(image.Url)}\" alt=\"{WebUtility.HtmlEncode(
                        image.Alt)}\"></p>\n<p>{WebUtility.HtmlEncode(image.Caption)}</p>\n"));
    }

    /// <summary>The article or column that all pictures with captions stand in; <c>null</c> where there is none.</summary>
    public static IElement? ColumnOf(BodyPictures pictures) =>
        pictures.Captioned.Select(picture => picture.Element.Closest("article, main")).Distinct().ToList() is [{ } column] ? column : null;

    /// <summary>What stands as text beside the pictures in their column, once the page is cleaned.</summary>
    public static string WriteText(IElement? column) =>
        column is null ? "" : string.Concat(Lines.FromElement(column).Where(
            line => Prose.Measure(line) > 0 && line.Block.Closest("figure, li, " + BodyPictures.Boxes) is null).Select(
            line => $"<p>{WebUtility.HtmlEncode(line.Text)}</p>\n"));
}
