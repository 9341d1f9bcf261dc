using AngleSharp.Html.Parser;

namespace Pipeline.Evaluation;

/// <summary>HTML as a reader sees it: without what every sanitiser removes together with its content.</summary>
internal static class VisibleHtml
{
    public static string? Of(string? html)
    {
        if (html is null || !html.Contains('<', StringComparison.Ordinal))
            return html;
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body;
        foreach (var hidden in body?.QuerySelectorAll("script, style, applet").ToList() ?? [])
            hidden.Remove();
        return body?.InnerHtml;
    }

    /// <summary>The words of it, with single blanks between them.</summary>
    public static string Text(string? html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{Of(html)}").Body;
        return string.Join(' ', (body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
