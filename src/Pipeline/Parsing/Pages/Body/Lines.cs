using System.Text;
using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Splits a tree into its lines.</summary>
internal static class Lines
{
    // Everything else is inline, as CSS has it for elements that no style sheet knows (custom elements among them).
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio", "iframe", "object",
    };

    public static bool IsInline(IElement element) => !Blocks.Contains(element.LocalName);

    /// <summary>The lines below the root, in document order; lines without a visible character are left out.</summary>
    public static IReadOnlyList<Line> Of(IElement root)
    {
        var lines = new List<Line>();
        var nodes = new List<IText>();
        IElement? block = null;
        foreach (var node in root.GetDescendants())
        {
            if (node is IText text)
            {
                var around = BlockOf(text, root);
                if (!ReferenceEquals(around, block))
                    Break();
                block = around;
                nodes.Add(text);
            }
            else if (node is IElement element && !IsInline(element))
            {
                Break();
            }
        }

        Break();
        return lines;

        void Break()
        {
            if (nodes.Count > 0 && LineOf(block!, nodes, root) is { } line)
                lines.Add(line);
            nodes = [];
        }
    }

    private static Line? LineOf(IElement block, List<IText> nodes, IElement root)
    {
        var text = new StringBuilder();
        var linked = 0;
        foreach (var node in nodes)
        {
            var before = text.Length;
            AppendCollapsed(text, node.Data);
            if (IsLinked(node, root))
                linked += text.Length - before;
        }

        var line = text.ToString().Trim();
        return line.Length == 0 ? null : new Line(block, nodes, line, Math.Min(linked, line.Length));
    }

    private static void AppendCollapsed(StringBuilder text, string data)
    {
        foreach (var character in data)
        {
            if (!char.IsWhiteSpace(character) && character is not ('\u200b' or '\ufeff'))
                text.Append(character);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }
    }

    // A link within the page is a footnote and one to a mailbox is an address: neither is another page's headline.
    private static bool IsLinked(IText node, IElement root)
    {
        for (var element = node.ParentElement; element is not null && !ReferenceEquals(element, root); element = element.ParentElement)
        {
            if (element.LocalName == "a")
                return element.GetAttribute("href") is { } href && !href.StartsWith('#') && !href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static IElement BlockOf(IText text, IElement root)
    {
        var element = text.ParentElement!;
        while (IsInline(element) && !ReferenceEquals(element, root) && element.ParentElement is { } parent)
            element = parent;
        return element;
    }
}
