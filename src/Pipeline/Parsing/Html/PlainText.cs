using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>One line of text out of a value that may carry tags, entities (some sites encode them twice) and line breaks.</summary>
internal static partial class PlainText
{
    /// <summary>The line; <c>null</c> where nothing is left.</summary>
    public static string? From(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var decoded = WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(WebUtility.HtmlDecode(value), " "), ""));
        // A soft hyphen only says where a word may break.
        var line = Space().Replace(decoded.Replace("\u00AD", "", StringComparison.Ordinal), " ").Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>One line out of a value that publishing systems escape for HTML now and then; <c>null</c> for an empty one.</summary>
    public static string? Line(string? value)
    {
        var text = value is not null && LooksLikeHtml(value) ? From(value) : value?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>True where a closing tag, a line break or a character reference shows that a text is markup.</summary>
    public static bool LooksLikeHtml(string text) => Markup().IsMatch(text);

    /// <summary>The text with a space for each line break of HTML; other markup stays.</summary>
    public static string WithoutBreaks(string text) => LineBreak().Replace(text, " ");

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Tag();

    [GeneratedRegex(@"</\w+>|<br\s?/?>|&(#\d+|#x[0-9a-f]+|\w{2,8});", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Markup();

    [GeneratedRegex(@"<br\s?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"[\s\u200b\ufeff]+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Space();
}
