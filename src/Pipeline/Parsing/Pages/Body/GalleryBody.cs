using System.Net;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The body of a gallery, whose text is the captions of its pictures.</summary>
internal static class GalleryBody
{
    private const int MinPictures = 3;
    private const int MinLength = 140;

    /// <summary>The pictures, each with its caption as a paragraph; <c>null</c> where they are too few or say too little to be an
    /// article.</summary>
    public static string? Write(BodyPictures pictures)
    {
        var captioned = pictures.Captioned.Select(picture => picture.Image).DistinctBy(image => image.Url, StringComparer.Ordinal).ToList();
        return captioned.Count < MinPictures || captioned.Sum(image => image.Caption!.Length) < MinLength
            ? null
            : string.Concat(
                captioned.Select(
                    image => $"<p><img src=\"{WebUtility.HtmlEncode(image.Url)}\" alt=\"{WebUtility.HtmlEncode(
                        image.Alt)}\"></p>\n<p>{WebUtility.HtmlEncode(image.Caption)}</p>\n"));
    }
}
