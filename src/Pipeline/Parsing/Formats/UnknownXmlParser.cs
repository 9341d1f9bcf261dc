using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Formats;

/// <summary>
/// Rejects XML that no other parser reads. A wire format that is not known may hold what is under embargo: its markup must not be
/// taken for a web page, which would publish it.
/// </summary>
internal sealed class UnknownXmlParser : IFormatParser
{
    private const string Format = "XML";

    // A page is XHTML by its root, whatever is declared before it.
    private static readonly HashSet<string> PageRoots = new(StringComparer.OrdinalIgnoreCase) { "html", "head", "body" };

    // A fragment of a page begins with one of these (HTML §15.2 lists the obsolete ones); svg and math are XML of their own.
    private static readonly HashSet<string> FragmentRoots = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "address", "amp-img", "article", "aside", "b", "base", "big", "blockquote", "br", "button", "center", "cite", "code",
        "dd", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i", "iframe", "img", "input", "ins", "kbd", "label",
        "li", "link", "main", "mark", "menu", "meta", "nav", "nobr", "noscript", "object", "ol", "p", "picture", "pre", "q", "s", "samp",
        "script", "section", "small", "span", "strong", "style", "sub", "sup", "table", "tbody", "td", "template", "textarea", "th",
        "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video",
    };

    public ParseResult? TryParse(ParserInput input)
    {
        if (XmlRoot.Find(input.Text.Value) is not { } root || IsPage(root))
            return null;
        var name = root.Name.Length > 60 ? $"{root.Name[..60]}…" : root.Name;
        return new ParseResult.Rejected($"XML with the root {name}: no feed and no wire format that is read here") { Format = Format };
    }

    private static bool IsPage(XmlRoot root) =>
        PageRoots.Contains(root.Name)
        || "html".Equals(root.Doctype, StringComparison.OrdinalIgnoreCase)
        || (!root.IsDeclared && FragmentRoots.Contains(root.Name) && !HasOtherNamespace(root.Attributes));

    private static bool HasOtherNamespace(string attributes) =>
        attributes.Contains("xmlns", StringComparison.Ordinal) && !attributes.Contains("www.w3.org/", StringComparison.Ordinal);
}
