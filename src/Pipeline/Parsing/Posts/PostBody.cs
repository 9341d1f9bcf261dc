using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Renders a post's body. Markdown may hold HTML, and feed exporters put plain HTML behind the front matter; read as Markdown,
/// an indented line of that would become a code block, so text outside of every element decides which of the two it is. A body that
/// would cost minutes to render is kept as text.
/// </summary>
internal static partial class PostBody
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseEmphasisExtras().UseAutoLinks().UseTaskLists().UseDefinitionLists().UseFigures()
        .Build();

    /// <summary>HTML, not sanitised; empty for an empty body and <c>null</c> where it is nested beyond what can be read.</summary>
    public static string? ToHtml(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return "";
        if (HtmlNesting.IsTooDeep(body))
            return null;
        if (BlockTag().IsMatch(body))
        {
            if (BoundedHtml.TryParse($"<body>{body}", HtmlBounds.Article)?.Body is not { } parsed)
                return null;
            if (!parsed.ChildNodes.OfType<IText>().Any(text => MarkdownMark().IsMatch(text.Data)))
                return body.Trim();
        }

        if (MarkdownCost.IsTooHigh(body))
            return AsText(body);
        try
        {
            return Markdown.ToHtml(body, Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            // Markdig's way to refuse nesting beyond 128 levels.
            return null;
        }
    }

    private static string AsText(string body) => $"<p>{WebUtility.HtmlEncode(body.Trim()).ReplaceLineEndings("<br>")}</p>";

    [GeneratedRegex(@"<(p|div|br|section|article|figure|table|h[1-6]|ul|ol|blockquote|pre|html|body|main|center|img)[\s/>]",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^ {0,3}(#{1,6}\s|[-*+]\s|>|\d{1,9}[.)]\s|```|~~~)|\*\*\S|__\S|\[[^\]\n]{0,200}\]\(|\S[^\S\n]*\n\s*\n\s*\S",
        RegexOptions.Multiline, MatchTimeout)]
    private static partial Regex MarkdownMark();
}
