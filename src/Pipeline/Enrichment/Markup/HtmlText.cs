using System.Text;
using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>
/// The text of HTML as a reader sees it: every character of every text node once, in order. Blocks are separated by a blank
/// line, line breaks, list items and table rows by a newline, cells by a tab, and white space inside a block is one space.
/// Inline elements never split a word. Scripts, styles and form controls have no text.
/// </summary>
public static class HtmlText
{
    private enum Gap
    {
        None,
        Space,
        Tab,
        Line,
        Paragraph,
    }

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "head", "title", "textarea", "select", "svg", "iframe", "object",
        "audio", "video", "canvas", "rp",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "dir", "div", "dl",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "li", "tr", "dt", "dd", "legend", "option" };

    /// <summary>The text below <paramref name="node"/>; empty where there is none. Never starts or ends with white space.</summary>
    public static string FromNode(INode node)
    {
        var text = new Writer();
        text.Add(node);
        return text.ToString();
    }

    /// <summary>The text of HTML that is known to have no tag and no entity.</summary>
    internal static string FromPlain(string run)
    {
        var text = new Writer();
        text.Add(run);
        return text.ToString();
    }

    private sealed class Writer
    {
        private readonly StringBuilder text = new();
        private Gap gap;
        private bool preformatted;

        public override string ToString() => text.ToString().TrimEnd();

        public void Add(INode node)
        {
            if (node is IText run)
                Add(run.Data);
            else if (node is not IElement element)
                AddChildren(node);
            else if (!Silent.Contains(element.LocalName))
                Add(element);
        }

        private void Add(IElement element)
        {
            switch (element.LocalName)
            {
                // A second break in a row ends the paragraph: many feeds know no other mark.
                case "br":
                    gap = gap >= Gap.Line ? Gap.Paragraph : Gap.Line;
                    break;
                case "rt":
                    Add("(");
                    AddChildren(element);
                    Add(")");
                    break;
                case "pre":
                    AddPreformatted(element);
                    break;
                default:
                    var around = GapAround(element.LocalName);
                    Widen(around);
                    AddChildren(element);
                    Widen(around);
                    break;
            }
        }

        private void AddPreformatted(IElement element)
        {
            var outer = preformatted;
            Widen(Gap.Paragraph);
            preformatted = true;
            AddChildren(element);
            preformatted = outer;
            Widen(Gap.Paragraph);
        }

        private void AddChildren(INode node)
        {
            // By the list: AngleSharp finds a next sibling by searching the parent from its start.
            foreach (var child in node.ChildNodes)
                Add(child);
        }

        public void Add(string run)
        {
            foreach (var c in run)
            {
                if (preformatted && c == '\n' && text.Length > 0)
                    gap = gap < Gap.Line ? Gap.Line : Gap.Paragraph;
                else if (preformatted && c is ' ' or '\t' && gap != Gap.Paragraph && text.Length > 0)
                    AddVisible(c);
                else if (char.IsWhiteSpace(c))
                    Widen(Gap.Space);
                else if (!IsInvisible(c))
                    AddVisible(c);
            }
        }

        private void AddVisible(char c)
        {
            if (text.Length > 0)
                text.Append(gap switch { Gap.Space => " ", Gap.Tab => "\t", Gap.Line => "\n", Gap.Paragraph => "\n\n", _ => "" });
            gap = Gap.None;
            text.Append(c);
        }

        private void Widen(Gap least) => gap = gap < least ? least : gap;

        // Soft hyphen, zero-width space, word joiner, byte order mark, and what no XML or JSON reader wants.
        private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' || char.IsControl(c);

        private static Gap GapAround(string name) =>
            Paragraphs.Contains(name) ? Gap.Paragraph : Lines.Contains(name) ? Gap.Line : name is "td" or "th" ? Gap.Tab : Gap.None;
    }
}
