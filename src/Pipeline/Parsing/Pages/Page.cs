using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Pages;

/// <summary>A parsed page with what its readers share: where it lives and how its dates are read.</summary>
/// <param name="Document">The page, nested no deeper than the limits allow; scripts never ran.</param>
/// <param name="Address">Where it was fetched from, if known.</param>
/// <param name="Claims">The addresses that the page itself names as its own, most trusted first.</param>
/// <param name="Base">What relative links start from; <c>null</c> where nothing says.</param>
/// <param name="ReadDate">A date as written, in the source's zone where it names none; <c>null</c> if it cannot be read.</param>
internal sealed record Page(
    IHtmlDocument Document, Uri? Address, IReadOnlyList<UrlClaim> Claims, Uri? Base, Func<string?, PublishedDate?> ReadDate)
{
    public static Page Read(ParserInput input)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = input.Limits.Depth, IsScripting = false });
        var document = parser.ParseDocument(input.Text.Value);
        UrlClaim[] claims = [.. ClaimsOf(document, input.File.Address)];
        return new Page(document, input.File.Address, claims, BaseOf(document, input.File.Address ?? claims.Select(claim => new Uri(claim.Url)).FirstOrDefault()), text => DateParser.Parse(text, input.Zone));
    }

    /// <summary>The link as an absolute http address; <c>null</c> where it cannot be one.</summary>
    public string? Absolute(string? link) => Resolve(Base, link)?.AbsoluteUri;

    // RFC 6596 for the link; og:url says the same to social networks.
    private static IEnumerable<UrlClaim> ClaimsOf(IHtmlDocument document, Uri? address)
    {
        if (Resolve(address, document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href")) is { } canonical)
            yield return new UrlClaim(canonical.AbsoluteUri, "rel=canonical");
        if (Resolve(address, document.QuerySelector("meta[property='og:url']")?.GetAttribute("content")) is { } shared)
            yield return new UrlClaim(shared.AbsoluteUri, "og:url");
    }

    private static Uri? BaseOf(IHtmlDocument document, Uri? address) =>
        Resolve(address, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? address;

    private static Uri? Resolve(Uri? origin, string? link) =>
        !string.IsNullOrWhiteSpace(link)
        && (origin is null ? Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(origin, link.Trim(), out uri))
        && uri.Scheme is "http" or "https"
            ? uri
            : null;
}
