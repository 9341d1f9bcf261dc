using System.Text;
using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>Splits a tree into its lines.</summary>
internal static class Lines
{
    private const int MaxHeadingLength = 400;

    // Everything else is inline, as CSS has it for elements that no style sheet knows (custom elements among them).
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
        "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio", "iframe", "object",
    };

    public static bool IsInline(IElement element) => !Blocks.Contains(element.LocalName);

    /// <summary>The lines below the root, in document order; lines without a visible character are left out.</summary>
    public static IReadOnlyList<Line> FromElement(IElement root) => new Splitter().Split(root);

    // One walk that carries down what holds for all text below: looking up from each text costs the depth again every time.
    private sealed class Splitter
    {
        private readonly List<Line> lines = [];
        private readonly List<(IText Node, bool IsLinked)> nodes = [];
        private readonly StringBuilder written = new();
        private Place place;

        public List<Line> Split(IElement root)
        {
            AddChildren(root, new Place(root, IsLinked: false, root.Closest("blockquote") is not null, IsHeading(root)));
            Break();
            return lines;
        }

        private void AddChildren(INode parent, Place around)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IText text)
                    Add(text, around);
                else if (child is IElement element)
                    Add(element, around);
            }
        }

        private void Add(IText text, Place around)
        {
            if (!ReferenceEquals(around.Block, place.Block))
                Break();
            place = around;
            nodes.Add((text, around.IsLinked));
        }

        private void Add(IElement element, Place around)
        {
            // An advertisement's script stands beside a date or a name at times, and is no part of the line that people read.
            if (element.LocalName is "script" or "style")
                return;
            if (!IsInline(element))
            {
                Break();
                around = around.IsHeading ? around : around with
                {
                    Block = element,
                    IsQuoted = around.IsQuoted || element.LocalName == "blockquote",
                    IsHeading = IsHeading(element),
                };
            }

            AddChildren(element, element.LocalName == "a" ? around with { IsLinked = LeadsAway(element) } : around);
        }

        // What is in a heading is the heading, whatever else is marked up inside it; but one that was never closed holds the article.
        private static bool IsHeading(IElement block) =>
            block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" && ShortText.Read(block, MaxHeadingLength) is not null;

        private void Break()
        {
            if (nodes.Count == 0)
                return;
            var (text, linked) = TextOf(nodes, written.Clear());
            if (text.Length > 0)
                lines.Add(new Line(place.Block, [.. nodes.Select(node => node.Node)], text, Math.Min(linked, text.Length), place.IsQuoted));
            nodes.Clear();
        }
    }

    private readonly record struct Place(IElement Block, bool IsLinked, bool IsQuoted, bool IsHeading);

    private static (string Text, int Linked) TextOf(List<(IText Node, bool IsLinked)> nodes, StringBuilder text)
    {
        var linked = 0;
        foreach (var (node, isLinked) in nodes)
        {
            var before = text.Length;
            AppendCollapsed(text, node.Data);
            linked += isLinked ? text.Length - before : 0;
        }

        return (text.ToString().Trim(), linked);
    }

    private static void AppendCollapsed(StringBuilder text, string data)
    {
        var endsInSpace = text.Length == 0 || text[^1] == ' ';
        for (var start = 0; start < data.Length;)
        {
            var end = start;
            while (end < data.Length && !IsBlank(data[end]))
                end++;
            text.Append(data, start, end - start);
            endsInSpace &= end == start;
            if (end < data.Length && !endsInSpace)
            {
                text.Append(' ');
                endsInSpace = true;
            }

            start = end + 1;
        }
    }

    // Nearly all is of the first range.
    private static bool IsBlank(char character) =>
        character is not (> ' ' and < '\u0085') && (char.IsWhiteSpace(character) || character is '\u200b' or '\ufeff');

    // A link within the page is a footnote and one to a mailbox is an address: neither is another page's headline.
    private static bool LeadsAway(IElement link) =>
        link.GetAttribute("href") is { } href && !href.StartsWith('#') && !href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
