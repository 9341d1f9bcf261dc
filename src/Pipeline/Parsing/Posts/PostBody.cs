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
        .UseCustomContainers()
        .Build();

    /// <summary>HTML, not sanitised; empty for an empty body and <c>null</c> where it is nested beyond what can be read.</summary>
    public static string? ToHtml(string written) => ToHtml(written, body => body);

    /// <summary>The same, with what <paramref name="resolve"/> makes of the body.</summary>
    /// <param name="written">The body as it stands in the file.</param>
    /// <param name="resolve">Puts in place of template syntax what it stands for.</param>
    public static string? ToHtml(string written, Func<string, string> resolve)
    {
        // What templates stand for is markup: whether the text is Markdown shows before that is in place.
        if (string.IsNullOrWhiteSpace(written) || HtmlNesting.IsTooDeep(written))
            return Render(resolve(written), isHtml: false);
        return IsHtml(written) is { } isHtml ? Render(resolve(written), isHtml) : null;
    }

    private static string? Render(string body, bool isHtml)
    {
        if (string.IsNullOrWhiteSpace(body))
            return "";
        if (HtmlNesting.IsTooDeep(body))
            return null;
        if (isHtml)
            return body.Trim();
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

    // Null where it is nested beyond what can be read.
    private static bool? IsHtml(string body)
    {
        if (!BlockTag().IsMatch(body))
            return false;
        return BoundedHtml.TryParse($"<body>{body}", HtmlBounds.Article)?.Body is { } parsed
            ? !parsed.ChildNodes.OfType<IText>().Any(text => MarkdownMark().IsMatch(text.Data)) : null;
    }

    private static string AsText(string body) => $"<p>{WebUtility.HtmlEncode(body.Trim()).ReplaceLineEndings("<br>")}</p>";

    [GeneratedRegex(@"<(p|div|br|section|article|figure|table|h[1-6]|ul|ol|blockquote|pre|html|body|main|center|img)[\s/>]",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^ {0,3}(#{1,6}\s|[-*+]\s|>|\d{1,9}[.)]\s|```|~~~)|\*\*\S|__\S|\[[^\[\]\n]{0,200}\]\(|\S[^\S\n]*\n\s*\n\s*\S",
        RegexOptions.Multiline, MatchTimeout)]
    private static partial Regex MarkdownMark();
}
