using System.Text.RegularExpressions;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// The sentence that plug-ins add to each text of a feed (<c>The post … appeared first on …</c>): in whatever language, it links to the
/// entry and to the home page of its own site. Where it leads to another site, it tells who had the text first, and stays.
/// </summary>
internal static partial class SiteTrailer
{
    /// <summary>The text without that sentence; <c>null</c> where nothing is left.</summary>
    public static string? Remove(string? html, string? url)
    {
        if (html is null || HtmlLinks.Web(url) is not { } own
            || html.LastIndexOf("<p", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var start)
            || Sentence().Match(html[start..]) is not { Success: true } found)
            return html;
        if (PathOf(HtmlLinks.Web(found.Groups["entry"].Value)) is not { } entry || entry != PathOf(own)
            || PathOf(HtmlLinks.Web(found.Groups["home"].Value)) is not { } home || !entry.StartsWith(home + '/', StringComparison.Ordinal))
            return html;
        var rest = html[..start].TrimEnd();
        return rest.Length == 0 ? null : rest;
    }

    private static string? PathOf(Uri? address) =>
        address is null ? null : address.Host.Replace("www.", "", StringComparison.Ordinal) + address.AbsolutePath.TrimEnd('/');

    [GeneratedRegex(
        @"\A<p(?:\s[^<>]*)?>[^<]{0,60}<a\s[^<>]*href=""(?<entry>[^""]+)""[^<>]*>(?:(?!</?a[\s>]).){1,600}</a>[^<]{1,60}"
            + @"<a\s[^<>]*href=""(?<home>[^""]+)""[^<>]*>[^<]{1,200}</a>[^<]{0,60}</p>\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Sentence();
}
