using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>What WordPress' <c>[caption]</c> stands for.</summary>
internal static partial class CaptionShortcode
{
    /// <summary>A figure; <c>null</c> where there is no image inside.</summary>
    /// <param name="inside">What stands between the two tags: the caption is behind the image.</param>
    /// <param name="stated">The caption in an argument, as older versions have it; <c>null</c> where there is none.</param>
    public static string? Write(string inside, string? stated)
    {
        if (Image().Match(inside) is not { Success: true } image)
            return null;
        var caption = (stated ?? inside[(image.Index + image.Length)..]).Replace("</a>", "", StringComparison.OrdinalIgnoreCase).Trim();
        return $"<figure>{image.Value}<figcaption>{caption}</figcaption></figure>";
    }

    [GeneratedRegex("<img[^<>]{0,4000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Image();
}
