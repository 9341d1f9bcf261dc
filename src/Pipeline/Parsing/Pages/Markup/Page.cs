using System.Diagnostics.CodeAnalysis;
using AngleSharp.Html.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>A parsed page with what its readers share: where it lives and how its dates are read.</summary>
/// <param name="Document">The page, nested no deeper than the limits allow; scripts never ran.</param>
/// <param name="ReadAgain">The page as it was before anything was taken from it.</param>
/// <param name="Address">Where it was fetched from, if known.</param>
/// <param name="Claims">The addresses that the page itself names as its own, most trusted first.</param>
/// <param name="Base">What relative links start from; <c>null</c> where nothing says.</param>
/// <param name="ReadDate">A date as written, in the source's zone where it names none; <c>null</c> if it cannot be read.</param>
/// <param name="FindDates">The dates among other words of a line, each with the words before it in lower case.</param>
internal sealed record Page(
    IHtmlDocument Document, Func<IHtmlDocument> ReadAgain, Uri? Address, IReadOnlyList<UrlClaim> Claims, Uri? Base,
    Func<string?, PublishedDate?> ReadDate, Func<string, IReadOnlyList<(string Before, PublishedDate Date)>> FindDates)
{
    public static Page Read(ParserInput input)
    {
        IHtmlDocument Parse() => BoundedHtml.Parse(input.Text.Value, HtmlBounds.ForPage(input.Limits.Depth));
        var document = Parse();
        var address = input.File.Address;
        var origin = Resolve(address, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? address;
        UrlClaim[] claims = [.. ClaimsOf(document, origin)];
        var hints = PageHints.Read(document, input.Text.Value, origin ?? claims.Select(claim => new Uri(claim.Url)).FirstOrDefault());
        return new Page(document, Parse, address, claims, origin ?? claims.Select(claim => new Uri(claim.Url)).FirstOrDefault(),
            text => HasDay(text) ? DateParser.Parse(text, input.Zone, hints) : null,
            line => [.. DateParser.FindIn(line, input.Zone, hints).Where(found => HasDay(found.Date.AsWritten))]);
    }

    /// <summary>The link as an absolute http address; <c>null</c> where it cannot be one.</summary>
    public string? Absolute(string? link) => Resolve(Base, link)?.AbsoluteUri;

    /// <summary>The link as an article's address; <c>null</c> for a site's front page, which many templates name on all their
    /// pages.</summary>
    public string? Identity(string? link) => Resolve(Base, link) is { } uri && IsArticle(uri) ? uri.AbsoluteUri : null;

    /// <summary>True where the link is the page's own address, whatever its scheme, its query or its last slash; one with a fragment is a
    /// part of the page.</summary>
    public bool IsOwn(string? link) =>
        (Claims.Select(claim => new Uri(claim.Url)).FirstOrDefault(IsArticle) ?? Address) is { } own
            && Resolve(Base, link) is { Fragment.Length: 0 } uri
            && uri.Host == own.Host && uri.AbsolutePath.TrimEnd('/') == own.AbsolutePath.TrimEnd('/');

    /// <summary>True where the link is a folder that the page's own address is in, as a blog or a section.</summary>
    public bool IsAbove(string? link) =>
        (Claims.Select(claim => new Uri(claim.Url)).FirstOrDefault(IsArticle) ?? Address) is { } own
            && Resolve(Base, link) is { AbsolutePath.Length: > 1 } uri && uri.Host == own.Host
            && own.AbsolutePath.StartsWith(uri.AbsolutePath.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    // RFC 6596 for the link; og:url says the same to social networks. A relative one needs an origin: where the page was found
    // without one, the other may have it.
    private static IEnumerable<UrlClaim> ClaimsOf(IHtmlDocument document, Uri? origin)
    {
        var canonical = document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href");
        var shared = document.QuerySelector("meta[property='og:url'], meta[name='og:url']")?.GetAttribute("content");
        if (Resolve(origin ?? Resolve(null, shared), canonical) is { } linked)
            yield return new UrlClaim(linked.AbsoluteUri, "rel=canonical");
        if (Resolve(origin ?? Resolve(null, canonical), shared) is { } told)
            yield return new UrlClaim(told.AbsoluteUri, "og:url");
    }

    // A year or a month alone is a page's subject, or its volume.
    private static bool HasDay([NotNullWhen(true)] string? text) => text is not null && text.Count(char.IsDigit) switch
    {
        0 => text.Contains('日', StringComparison.Ordinal),
        4 => text.IndexOfAny(['.', '/', '-', '日']) >= 0,
        6 => text.Trim().Length > "2026-02".Length,
        _ => true,
    };

    private static bool IsArticle(Uri uri) => uri.PathAndQuery.Length > 1;

    private static Uri? Resolve(Uri? origin, string? link) =>
        !string.IsNullOrWhiteSpace(link)
        && (origin is null ? Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(origin, link.Trim(), out uri))
        && uri.Scheme is "http" or "https"
            ? uri
            : null;
}
