using System.Text.RegularExpressions;
using Pipeline.Articles;

namespace Pipeline.Enrichment.Images;

/// <summary>Whether an image may stand for its article, by its address and declared size alone: nothing is fetched.</summary>
internal static partial class LeadImage
{
    private const int MinPixels = 120;
    private const double MaxRatio = 5;

    /// <summary>Why it may not, in words that follow its address; <c>null</c> where it may.</summary>
    public static string? Refusal(ArticleImage image)
    {
        if (!Uri.TryCreate(image.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return "is no web address";
        if (PlaceholderHost().IsMatch(url.Host) || PlaceholderName().IsMatch(url.AbsolutePath))
            return "is a placeholder";
        if (Tracker().IsMatch(url.Host + url.AbsolutePath))
            return "is a tracking pixel";
        if (PortraitOrLogo().IsMatch(url.AbsolutePath))
            return "is a logo, an icon or a portrait of its author";
        if (image is { Width: < MinPixels } or { Height: < MinPixels })
            return "is too small";
        return image is { Width: { } width, Height: { } height } && (width > MaxRatio * height || height > MaxRatio * width)
            ? "is a banner or a rule" : null;
    }

    [GeneratedRegex(
        @"^(www\.)?(picsum\.photos|(via\.)?placeholder\.com|placehold\.(co|it)|placekitten\.com|dummyimage\.com|loremflickr\.com"
            + @"|lorempixel\.com|fakeimg\.pl|source\.unsplash\.com)$",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex PlaceholderHost();

    [GeneratedRegex(
        @"(^|[/_-])(placeholder|spacer|blank|transparent|default[_-]?(image|img|thumb(nail)?)|no[_-]?(image|photo|img)|loading|lazy|pixel"
            + @"|clear|1x1|dot)([_-]?\d+)?\.(gif|png|jpe?g|svg|webp)$",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex PlaceholderName();

    [GeneratedRegex(
        @"^(pixel|b|stats|track(ing)?|beacon|analytics|counter)\.|feedburner\.com|feedsportal\.com|doubleclick\.net"
            + @"|scorecardresearch\.com|/(pixel|beacon|track(ing)?|counter)([/?.]|$)",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Tracker();

    [GeneratedRegex(
        @"(^|[/_.-])(avatars?|gravatar|logos?|icons?|favicon|emoji|sprites?|badges?|byline|headshots?|qr[_-]?code)([/_.-]|\d*\.)|(share"
            + @"|button)s?([_-][a-z]+)?\.(gif|png|svg|jpe?g|webp)$",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex PortraitOrLogo();
}
