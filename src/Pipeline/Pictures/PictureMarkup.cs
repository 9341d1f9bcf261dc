using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Pictures;

/// <summary>
/// Gives the pictures of a page or a text their addresses where a browser would show them only after a script has run: the address
/// waits in another attribute, in the sources of a <c>picture</c>, or in an <c>amp-img</c>. The one list of such places.
/// </summary>
public static partial class PictureMarkup
{
    // WordPress' plugins, Drupal, lazysizes, Zhihu, WeChat and Toutiao, and what papers made themselves.
    private static readonly string[] Waiting =
    [
        "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-hi-res-src", "data-url", "data-lazy", "data-original-src",
        "data-orig-file", "data-large-file",
        "data-full-src", "data-image", "data-img-src", "data-li-src", "data-croporisrc", "data-echo", "data-cfsrc", "data-normal",
        "data-delayed-url", "data-pagespeed-lazy-src", "file", "_src", "zoomfile",
    ];

    private static readonly HashSet<string> MayWait = new(Waiting, StringComparer.Ordinal);

    // For each, AngleSharp looks for the element before it among all siblings.
    private const int MaxFallbacks = 500;

    private static readonly string[] WaitingSets = ["data-srcset", "data-lazy-srcset", "data-original-set"];

    /// <summary>Changes the pictures below the root; one that names no address anywhere stays as it is.</summary>
    public static void ShowIn(IElement root)
    {
        var elements = root.GetDescendants().OfType<IElement>().Where(
            element => element.LocalName is "img" or "amp-img" or "picture" or "noscript").ToLookup(element => element.LocalName);
        var images = elements["img"].ToList();
        images.AddRange(elements["amp-img"].Select(ReplaceAmp));
        images.AddRange(elements["picture"].Where(
            picture => picture.QuerySelector("img") is null && picture.QuerySelector("source") is not null).Select(AddImage));
        foreach (var image in images)
            Show(image);
        foreach (var fallback in elements["noscript"].Take(MaxFallbacks))
            ShowFallback(fallback);
    }

    private static IElement AddImage(IElement picture)
    {
        var image = picture.Owner!.CreateElement("img");
        picture.AppendChild(image);
        return image;
    }

    private static void Show(IElement image)
    {
        if (BestOf(image) is { } best && best != image.GetAttribute("src"))
            Give(image, best);
    }

    // What a browser without scripts shows in the place of the placeholder before it.
    private static void ShowFallback(IElement fallback)
    {
        if (fallback.QuerySelector("img") is not { } shown || BestOf(shown) is not { } address
            || fallback.PreviousElementSibling is not { } before)
            return;
        var placeholder = before.LocalName == "img" ? before : before.QuerySelector("img");
        if (placeholder is not null && BestOf(placeholder) is null)
            Give(placeholder, address);
    }

    private static void Give(IElement image, string address)
    {
        image.SetAttribute("src", address);
        // The size is that of the placeholder.
        if (image.GetAttribute("width") is "0" or "1" || image.GetAttribute("height") is "0" or "1")
        {
            image.RemoveAttribute("width");
            image.RemoveAttribute("height");
        }
    }

    // An address that waits is the picture, unless its own name says that it is smaller than what is shown.
    private static string? BestOf(IElement image)
    {
        var shown = image.GetAttribute("src")?.Trim() is { } written && IsPicture(written) ? written : null;
        var waiting = image.Attributes.All(attribute => !MayWait.Contains(attribute.Name)) ? null
            : Waiting.Select(image.GetAttribute).Select(address => address?.Trim()).OfType<string>().Where(
                address => IsPicture(address) && IsAddress(address)).ToList();
        if (waiting is { Count: > 0 })
            return shown is null ? waiting[0] : waiting.Find(address => SizeIn(address) >= SizeIn(shown) || SizeIn(shown) == 0) ?? shown;
        return LargestOf(WaitingSets.Select(image.GetAttribute)) is { Address: { } late }
            ? late
            : LargestShown(image, shown);
    }

    // A "src" that stands in the set has a size there; one that does not is mostly the whole picture, of which the set has crops.
    private static string? LargestShown(IElement image, string? shown)
    {
        var set = image.GetAttribute("srcset");
        if (shown is null)
            return LargestOf([set]).Address ?? LargestOf(SourcesOf(image)).Address;
        var largest = LargestOf([set]);
        return Candidates(set).Any(candidate => candidate.Address == shown && candidate.Size < largest.Size)
            || largest.Address is not null && SizeIn(shown) is > 0 and var size && SizeIn(largest.Address) > size ? largest.Address : shown;
    }

    private static IEnumerable<string?> SourcesOf(IElement image) =>
        image.ParentElement is { LocalName: "picture" } picture
            ? picture.QuerySelectorAll("source").Select(source => source.GetAttribute("srcset") ?? source.GetAttribute("data-srcset")) : [];

    private static (string? Address, double Size) LargestOf(IEnumerable<string?> sets) =>
        sets.Select(
            set => Candidates(set).Where(candidate => IsPicture(candidate.Address)).DefaultIfEmpty().MaxBy(candidate => candidate.Size))
            .FirstOrDefault(candidate => candidate.Address is not null);

    // A candidate is an address and a descriptor, "1600w" or "2x" (HTML 4.8.4.2.1).
    private static IEnumerable<(string Address, double Size)> Candidates(string? set) =>
        from candidate in SourceSet.Split(set ?? "")
        let parts = candidate.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        where parts.Length > 0
        select (parts[0].TrimEnd(','),
            parts.Length > 1 && double.TryParse(parts[1].TrimEnd('w', 'x'), CultureInfo.InvariantCulture, out var size) ? size : 1);

    private static IElement ReplaceAmp(IElement amp)
    {
        var image = amp.Owner!.CreateElement("img");
        foreach (var attribute in amp.Attributes.Where(
            attribute => attribute.Name is "src" or "srcset" or "alt" or "width" or "height" or "title"))
            image.SetAttribute(attribute.Name, attribute.Value);
        amp.Replace(image);
        return image;
    }

    private static bool IsPicture(string address) =>
        address.Length > 0 && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && !address.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            && !Placeholder().IsMatch(address);

    // "file" and its like hold numbers and names too.
    private static bool IsAddress(string value) => value.AsSpan().ContainsAny('/', '.') && !value.AsSpan().ContainsAny(' ', '{', '<');

    private static int SizeIn(string address) =>
        Size().Matches(address).Select(found => int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();

    [GeneratedRegex(
        @"(?:^|[/_-])(?:placeholder|spacer|blank|transparent|loading|lazy|lazyload|pixel|grey|gray|1x1|empty)[\w-]{0,12}\.(?:gif|png"
            + @"|jpe?g|svg|webp)(?:\?|$)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:[/_=-]|\bw)([0-9]{2,4})(?=x|px|w|[/&._,-]|$)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Size();
}
