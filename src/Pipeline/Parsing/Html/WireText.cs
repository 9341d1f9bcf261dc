using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>Brings the texts that wire items hold as strings into HTML.</summary>
internal static partial class WireText
{
    /// <summary>Plain text as paragraphs; <c>null</c> for an empty text.</summary>
    public static string? FromPlain(string? text) => PlainParagraphs.ToHtml(text);

    /// <summary>HTML without the document around it; <c>null</c> for an empty text and for one that nests beyond reading.</summary>
    public static string? FromHtml(string? html)
    {
        if (string.IsNullOrWhiteSpace(html) || HtmlNesting.IsTooDeep(html))
            return null;
        var body = !Document().IsMatch(html) ? html
            : BoundedHtml.TryParse(html, HtmlBounds.Article)?.Body is { } read ? HtmlMarkup.WriteInside(read) : null;
        return string.IsNullOrWhiteSpace(body) ? null : body.Trim();
    }

    [GeneratedRegex(@"<(html|body)[\s>]", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Document();
}
