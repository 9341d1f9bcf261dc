using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Pipeline.Parsing.Html;

/// <summary>Brings the texts that wire items hold as strings into HTML.</summary>
internal static partial class WireText
{
    /// <summary>Plain text as paragraphs: at blank lines, or at every line where there are none; <c>null</c> for an empty text.</summary>
    public static string? FromPlain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var lines = text.ReplaceLineEndings("\n").Trim();
        var paragraphs = BlankLine().IsMatch(lines) ? BlankLine().Split(lines) : lines.Split('\n');
        return string.Concat(paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)).Select(Paragraph));
    }

    /// <summary>HTML without the document around it; <c>null</c> for an empty text and for one that nests beyond reading.</summary>
    public static string? FromHtml(string? html)
    {
        if (string.IsNullOrWhiteSpace(html) || HtmlNesting.IsTooDeep(html))
            return null;
        var body = Document().IsMatch(html) ? new HtmlParser().ParseDocument(html).Body?.InnerHtml ?? "" : html;
        return string.IsNullOrWhiteSpace(body) ? null : body.Trim();
    }

    private static string Paragraph(string text) =>
        $"<p>{string.Join("<br>", text.Trim().Split('\n').Select(line => WebUtility.HtmlEncode(line.Trim())))}</p>";

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"<(html|body)[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Document();
}
