using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;

namespace Pipeline.Parsing.Html;

/// <summary>
/// The markup of a tree, as AngleSharp writes it and in proportion to its size: AngleSharp 1.10 asks each node for its next sibling, which
/// it looks up among all of them, so that a paragraph of 20,000 line breaks takes it most of a second.
/// </summary>
internal static class HtmlMarkup
{
    private static readonly IMarkupFormatter Formatter = HtmlMarkupFormatter.Instance;

    /// <summary>What is inside the node.</summary>
    public static string WriteInside(INode root)
    {
        var markup = new StringBuilder();
        WriteChildren(root, markup);
        return markup.ToString();
    }

    // With a stack of its own: what wrote the tree may have nested as deep as it liked.
    private static void WriteChildren(INode root, StringBuilder markup)
    {
        var open = new Stack<(INode Node, int Next)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Next < at.Node.ChildNodes.Length)
            {
                open.Push((at.Node, at.Next + 1));
                var child = at.Node.ChildNodes[at.Next];
                WriteStart(child, markup);
                open.Push((child, 0));
            }
            else if (at.Node is IElement element && open.Count > 0)
            {
                markup.Append(Formatter.CloseTag(element, element.Flags.HasFlag(NodeFlags.SelfClosing)));
            }
        }
    }

    private static void WriteStart(INode node, StringBuilder markup)
    {
        if (node is IElement element)
            WriteOpenTag(element, markup);
        else
            markup.Append(WriteLeaf(node));
    }

    private static string WriteLeaf(INode node) => node switch
    {
        IComment comment => Formatter.Comment(comment),
        IProcessingInstruction instruction => Formatter.Processing(instruction),
        ICharacterData text when text.Parent?.Flags.HasFlag(NodeFlags.LiteralText) == true => Formatter.LiteralText(text),
        ICharacterData text => Formatter.Text(text),
        _ => "",
    };

    private static void WriteOpenTag(IElement element, StringBuilder markup)
    {
        var isSelfClosing = element.Flags.HasFlag(NodeFlags.SelfClosing);
        markup.Append(Formatter.OpenTag(element, isSelfClosing));
        // A reader drops the first line break of a pre: one that is meant has to stand twice (HTML, 13.3).
        if (!isSelfClosing && element.Flags.HasFlag(NodeFlags.LineTolerance) && element.FirstChild is IText text
            && text.Data.Contains('\n'))
            markup.Append('\n');
        if (element is IHtmlTemplateElement template)
            WriteChildren(template.Content, markup);
    }
}
