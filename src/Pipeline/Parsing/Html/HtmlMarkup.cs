using System.Buffers;
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

    private static readonly SearchValues<char> Escaped = SearchValues.Create("&\u00A0<>");

    private static readonly IReadOnlySet<INode> Nothing = new HashSet<INode>();

    /// <summary>What is inside the node.</summary>
    public static string WriteInside(INode root) => WriteInside(root, Nothing);

    /// <summary>What is inside the node without some of it: to take thousands of nodes out of one parent costs the square of their
    /// number.</summary>
    /// <param name="root">The node.</param>
    /// <param name="without">What is left out, with all that is in it.</param>
    public static string WriteInside(INode root, IReadOnlySet<INode> without)
    {
        var markup = new StringBuilder();
        WriteChildren(root, without, markup);
        return markup.ToString();
    }

    // With a stack of its own: what wrote the tree may have nested as deep as it liked.
    private static void WriteChildren(INode root, IReadOnlySet<INode> without, StringBuilder markup)
    {
        var open = new Stack<(INode Node, int Next)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Next < at.Node.ChildNodes.Length)
            {
                open.Push((at.Node, at.Next + 1));
                var child = at.Node.ChildNodes[at.Next];
                if (without.Contains(child))
                    continue;
                WriteStart(child, without, markup);
                open.Push((child, 0));
            }
            else if (at.Node is IElement element && open.Count > 0)
            {
                markup.Append(Formatter.CloseTag(element, element.Flags.HasFlag(NodeFlags.SelfClosing)));
            }
        }
    }

    private static void WriteStart(INode node, IReadOnlySet<INode> without, StringBuilder markup)
    {
        if (node is IElement element)
            WriteOpenTag(element, without, markup);
        else
            markup.Append(WriteLeaf(node));
    }

    private static string WriteLeaf(INode node) => node switch
    {
        IComment comment => Formatter.Comment(comment),
        IProcessingInstruction instruction => Formatter.Processing(instruction),
        ICharacterData text when text.Parent?.Flags.HasFlag(NodeFlags.LiteralText) == true => Formatter.LiteralText(text),
        ICharacterData text => text.Data.AsSpan().ContainsAny(Escaped) ? Formatter.Text(text) : text.Data,
        _ => "",
    };

    private static void WriteOpenTag(IElement element, IReadOnlySet<INode> without, StringBuilder markup)
    {
        var isSelfClosing = element.Flags.HasFlag(NodeFlags.SelfClosing);
        // The formatter takes a builder from a pool with a lock: most tags have nothing but their name.
        if (element.Attributes.Length == 0 && string.IsNullOrEmpty(element.Prefix))
            markup.Append('<').Append(element.LocalName).Append('>');
        else
            markup.Append(Formatter.OpenTag(element, isSelfClosing));
        // A reader drops the first line break of a pre: one that is meant has to stand twice (HTML, 13.3).
        if (!isSelfClosing && element.Flags.HasFlag(NodeFlags.LineTolerance)
            && element.ChildNodes.FirstOrDefault(child => !without.Contains(child)) is IText text && text.Data.Contains('\n'))
            markup.Append('\n');
        if (element is IHtmlTemplateElement template)
            WriteChildren(template.Content, without, markup);
    }
}
