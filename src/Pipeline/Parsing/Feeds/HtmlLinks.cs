using AngleSharp.Html.Parser;

namespace Pipeline.Parsing.Feeds;

/// <summary>Makes the addresses in published HTML absolute.</summary>
internal static class HtmlLinks
{
    // The attributes that hold one address, by HTML (§4, index of attributes).
    private static readonly string[] Attributes = ["href", "src", "cite", "poster", "data", "action", "longdesc", "background", "codebase", "profile", "usemap", "classid", "formaction"];

    /// <summary>The same HTML with its relative addresses resolved; unchanged where there is no base or nothing to resolve.</summary>
    public static string MakeAbsolute(string html, Uri? from)
    {
        if (from is null || !html.Contains('=', StringComparison.Ordinal))
            return html;
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body;
        if (body is null)
            return html;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in Attributes.Where(element.HasAttribute))
                element.SetAttribute(name, ElementScope.Resolve(from, element.GetAttribute(name)!)?.AbsoluteUri ?? element.GetAttribute(name)!);
        }

        return body.InnerHtml;
    }
}
