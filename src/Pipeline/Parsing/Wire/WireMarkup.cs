using System.Net;
using System.Text;
using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Writes XML that holds text (NITF, XHTML) as HTML. No text is lost: an element without a counterpart gives way to its
/// content.</summary>
internal static class WireMarkup
{
    private static readonly string[] Attributes = ["href", "src", "alt", "title", "colspan", "rowspan", "lang", "cite", "width", "height"];

    private static readonly string[] Void = ["br", "hr", "img", "col"];

    /// <param name="nodes">What to write.</param>
    /// <param name="nameOf">The HTML element for an XML one; <c>null</c> to write only its content.</param>
    /// <returns>HTML; <c>null</c> where it would show neither text nor image.</returns>
    public static string? ToHtml(IEnumerable<XNode> nodes, Func<XElement, string?> nameOf)
    {
        var html = new StringBuilder();
        foreach (var node in nodes)
            Write(node, nameOf, html);
        var text = html.ToString().Trim();
        return HasContent(text) ? text : null;
    }

    private static void Write(XNode node, Func<XElement, string?> nameOf, StringBuilder html)
    {
        if (node is XText text)
            html.Append(WebUtility.HtmlEncode(text.Value));
        if (node is not XElement element || IsNoText(element))
            return;
        var name = nameOf(element);
        if (name == "pre" && !element.HasElements && PlainParagraphs.FromWrapped(element.Value) is { } paragraphs)
        {
            html.Append(paragraphs);
            return;
        }

        if (name is not null)
            html.Append('<').Append(name).Append(AttributesOf(element)).Append('>');
        foreach (var child in element.Nodes())
            Write(child, nameOf, html);
        if (name is not null && !Void.Contains(name))
            html.Append("</").Append(name).Append('>');
    }

    // Agencies list what the item says in its metadata at the head of its text, and notes to editors at its end.
    private static bool IsNoText(XElement element) =>
        (element.Name.LocalName == "header" && element.Descendants().Any(child => child.Name.LocalName is "ul" or "ol" or "dl" or "table"))
        || element.Fact("class")?.Contains("notepad", StringComparison.OrdinalIgnoreCase) == true;

    private static string AttributesOf(XElement element) =>
        string.Concat(element.Attributes().Where(attribute => Attributes.Contains(attribute.Name.LocalName))
            .Select(attribute => $" {attribute.Name.LocalName}=\"{WebUtility.HtmlEncode(attribute.Value)}\""));

    private static bool HasContent(string html)
    {
        var isTag = false;
        foreach (var c in html)
        {
            if (!isTag && c != '<' && !char.IsWhiteSpace(c))
                return true;
            isTag = c == '<' || (isTag && c != '>');
        }

        return html.Contains("<img", StringComparison.Ordinal);
    }
}
