using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Pipeline.Evaluation;

/// <summary>The text of a fragment of HTML, with a break where a block begins or ends.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "strike", "sub", "sup", "time", "tt", "u", "var", "wbr", "big"];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var node in body.GetDescendants())
        {
            if (node is IText part)
                text.Append(part.Data);
            else if (node is IElement element && !Inline.Contains(element.LocalName))
                text.Append('\n');
            for (var end = node; end.NextSibling is null && end.Parent is IElement parent && end.Parent != body; end = parent)
            {
                if (!Inline.Contains(parent.LocalName))
                    text.Append('\n');
            }
        }

        return text.ToString();
    }
}
