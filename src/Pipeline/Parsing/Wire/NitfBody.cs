using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>Writes the body of an NITF document as HTML. Paragraphs count in a block and directly under <c>body.content</c>.</summary>
internal static class NitfBody
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["block"] = "div",
        ["bq"] = "blockquote",
        ["hl1"] = "h2",
        ["hl2"] = "h3",
        ["media"] = "figure",
        ["media-caption"] = "figcaption",
        ["media-producer"] = "p",
        ["media-reference"] = "img",
        ["byline"] = "p",
        ["dateline"] = "p",
        ["credit"] = "p",
        ["tagline"] = "p",
        ["bibliography"] = "p",
        ["note"] = "aside",
        ["datasource"] = "p",
        ["copyrite"] = "p",
        ["abstract"] = "div",
        ["distributor"] = "p",
    };

    private static readonly HashSet<string> SameInHtml =
    [
        "p", "br", "hr", "a", "em", "strong", "b", "i", "q", "pre", "sub", "sup", "ol", "ul", "li", "dl", "dt", "dd",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup", "h1", "h2", "h3", "h4", "blockquote", "img",
    ];

    // Binary data and metadata of media: nothing that a reader reads.
    private static readonly HashSet<string> Dropped = ["media-object", "media-metadata", "nitf-table-metadata", "body.head"];

    /// <summary>The text of the document; <c>null</c> where it has none.</summary>
    public static string? Html(XElement nitf)
    {
        var body = nitf.Child("body");
        var contents = body.Children("body.content").ToList();
        var content = contents.Count > 0 ? contents : body is null ? [] : [body];
        return contents is [{ HasElements: false }] ? WireText.FromPlain(contents[0].Value)
            : Html(content.Concat(body.Children("body.end")).Nodes());
    }

    public static string? Html(IEnumerable<XNode> nodes)
    {
        var kept = nodes.Select(Copy).OfType<XNode>();
        return WireMarkup.ToHtml(kept, NameOf);
    }

    private static XNode? Copy(XNode node)
    {
        if (node is not XElement element)
            return node is XText text ? new XText(text.Value) : null;
        if (Dropped.Contains(element.Name.LocalName) || (element.Name.LocalName == "tagline" && IsMailbox(element.Value.Trim())))
            return null;
        return element.Name.LocalName == "media-reference" ? Image(element)
            : new XElement(element.Name, element.Attributes(), element.Nodes().Select(Copy));
    }

    // Whom the newsroom is to ask.
    private static bool IsMailbox(string text) =>
        text.Contains('@', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static XElement? Image(XElement reference)
    {
        var type = reference.Fact("mime-type") ?? reference.Parent.Fact("media-type") ?? "image";
        return type.StartsWith("image", StringComparison.OrdinalIgnoreCase) && reference.Fact("source") is { } source
            ? new XElement("img", new XAttribute("src", source), new XAttribute("alt", reference.Fact("alternate-text") ?? ""))
            : null;
    }

    /// <summary>The HTML element for one of NITF; <c>null</c> where only its content counts.</summary>
    public static string? NameOf(XElement element) =>
        Names.GetValueOrDefault(element.Name.LocalName) ?? (SameInHtml.Contains(element.Name.LocalName) ? element.Name.LocalName : null);
}
