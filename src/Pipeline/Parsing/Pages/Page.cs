using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Pages;

/// <summary>A parsed page with what its readers share: where it lives and how its dates are read.</summary>
/// <param name="Document">The page, nested no deeper than the limits allow; scripts never ran.</param>
/// <param name="Address">Where it was fetched from, if known.</param>
/// <param name="Canonical">The address that the page itself names as its own, absolute.</param>
/// <param name="Base">What relative links start from; <c>null</c> where nothing says.</param>
/// <param name="ReadDate">A date as written, in the source's zone where it names none; <c>null</c> if it cannot be read.</param>
internal sealed record Page(
    IHtmlDocument Document, Uri? Address, Uri? Canonical, Uri? Base, Func<string?, PublishedDate?> ReadDate)
{
    public static Page Read(ParserInput input)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = input.Limits.Depth, IsScripting = false });
        var document = parser.ParseDocument(input.Text.Value);
        var canonical = CanonicalOf(document, input.File.Address);
        return new Page(document, input.File.Address, canonical, BaseOf(document, input.File.Address ?? canonical), text => DateParser.Parse(text, input.Zone));
    }

    /// <summary>The link as an absolute http address; <c>null</c> where it cannot be one.</summary>
    public string? Absolute(string? link) => Resolve(Base, link)?.AbsoluteUri;

    // RFC 6596 for the link; og:url says the same to social networks.
    private static Uri? CanonicalOf(IHtmlDocument document, Uri? address) =>
        Resolve(address, document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href"))
        ?? Resolve(address, document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));

    private static Uri? BaseOf(IHtmlDocument document, Uri? address) =>
        Resolve(address, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? address;

    private static Uri? Resolve(Uri? origin, string? link) =>
        !string.IsNullOrWhiteSpace(link)
        && (origin is null ? Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(origin, link.Trim(), out uri))
        && uri.Scheme is "http" or "https"
            ? uri
            : null;
}
