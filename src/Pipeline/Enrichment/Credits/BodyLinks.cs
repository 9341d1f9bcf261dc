using System.Text.RegularExpressions;
using Pipeline.Enrichment.Markup;

namespace Pipeline.Enrichment.Credits;

/// <summary>Finds the address that belongs to a credit: written out, or the link on its words.</summary>
internal static partial class BodyLinks
{
    /// <summary>The link whose words hold the outlet's name.</summary>
    public static string? Named(ArticleMarkup body, string name) =>
        body.Root.QuerySelectorAll("a[href]").FirstOrDefault(
            link => link.TextContent.Contains(name, StringComparison.Ordinal))?.GetAttribute("href");

    /// <summary>The address that a credit's value spells out, or the link that carries the value.</summary>
    public static string? In(ArticleMarkup body, string value) =>
        Address().Match(value) is { Success: true } match ? match.Value : Named(body, value);

    [GeneratedRegex("https?://[!-~]+", RegexOptions.None, MatchTimeout)]
    private static partial Regex Address();
}
