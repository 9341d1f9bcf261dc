using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Parsing.Html;
using Pipeline.Text;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// An element that holds text in one of three ways: plain, escaped HTML, or inline XHTML (RFC 4287 §3.1; <c>mode</c> in Atom 0.3).
/// </summary>
internal static partial class TextConstruct
{
    private static readonly XmlWriterSettings Fragment = new() { ConformanceLevel = ConformanceLevel.Fragment, OmitXmlDeclaration = true };

    private static readonly HashSet<string> VoidElements = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>HTML with absolute links, where a base is known; <c>null</c> for an element without text.</summary>
    public static string? Html(XElement element, string defaultType, Uri? address)
    {
        var (type, value) = Read(element, defaultType);
        var html = type == "text" || IsPlain(value) ? Plain(value) : value;
        return string.IsNullOrWhiteSpace(html) ? null : HtmlLinks.MakeAbsolute(html.Trim(), ElementScope.BaseOf(element, address));
    }

    /// <summary>Plain text, white space collapsed; <c>null</c> for an element without text. It is plain by default, and says so where it is
    /// not.</summary>
    public static string? Text(XElement element)
    {
        var (type, value) = Read(element, "text");
        return Collapse(type == "text" ? value : WithoutMarkup(value));
    }

    /// <inheritdoc cref="PlainText.Line"/>
    public static string? Line(string? value) => PlainText.Line(value);

    /// <summary>Plain text as HTML that keeps its paragraphs and lines.</summary>
    public static string? Plain(string? text) =>
        text is null || !text.AsSpan().Trim().Contains('\n') ? WebUtility.HtmlEncode(text) : WireText.FromPlain(text);

    // A description without a tag is plain text, whatever the format says of it: its empty lines part paragraphs, and so do lines that
    // are not indented as the XML around them is.
    private static bool IsPlain(string value) => !value.AsSpan().ContainsAny('<', '&') && LineOfText().IsMatch(value.Trim());

    [GeneratedRegex(@"\n(?:[ \t\r]*\n|\S)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex LineOfText();

    private static (string Type, string Value) Read(XElement element, string defaultType)
    {
        if (Alternative(element) is { } alternative)
            return Read(alternative, defaultType);
        if (Unwrapped(element) is { } unwrapped)
            return ("html", unwrapped);
        var type = Kind(((string?)element.Attribute("type"))?.Trim().ToLowerInvariant(), defaultType);
        if (type == "media")
            return ("text", "");
        if ((string?)element.Attribute("mode") == "base64" || type == "base64")
            return ("html", FromBase64(element.Value));
        if (element.HasElements)
            return ("html", InnerHtml(element));
        return (type == "xhtml" || type == "text" && !IsAtom(element) && PlainText.LooksLikeHtml(element.Value) ? "html" : type,
            element.Value);
    }

    // Software that escapes what it has put into a section or has escaped before: then the markup of all of it is what is written there.
    private static string? Unwrapped(XElement element)
    {
        var value = element.HasElements ? "" : element.Value.Trim();
        if (value.StartsWith("<![CDATA[", StringComparison.Ordinal) && value.EndsWith("]]>", StringComparison.Ordinal))
            return value["<![CDATA[".Length..^"]]>".Length];
        return !value.Contains('<', StringComparison.Ordinal) && EscapedTwice().IsMatch(value) ? WebUtility.HtmlDecode(value) : null;
    }

    [GeneratedRegex(@"\A&lt;(?:p|div|span|img|a|br|h\d|ul|ol|strong|em|b|table|figure|blockquote|section)(?:\s|/|&gt;)(?s:.*)&gt;\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex EscapedTwice();

    private static string Kind(string? declared, string defaultType) => declared switch
    {
        null or "" => defaultType,
        "text" or "plain" or "text/plain" => "text",
        "xhtml" or "application/xhtml+xml" => "xhtml",
        "html" or "text/html" => "html",
        _ when declared.StartsWith("text/", StringComparison.Ordinal) || declared.EndsWith("xml", StringComparison.Ordinal) => "html",
        _ when declared.Split('/')[0] is "image" or "audio" or "video" => "media",
        _ => "base64",
    };

    // Atom 0.3 §3.1.1: the same text several times over, of which one is to be shown.
    private static XElement? Alternative(XElement element)
    {
        if ((string?)element.Attribute("type") != "multipart/alternative")
            return null;
        var alternatives = element.Elements(element.Name).ToList();
        return alternatives.Find(
            alternative => ((string?)alternative.Attribute("type"))?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
            ?? alternatives.FirstOrDefault();
    }

    // Atom tells what its texts are; the others send markup as plain text, and a closing tag or a character reference shows it.
    private static bool IsAtom(XElement element) => element.AncestorsAndSelf().Last().Name == "feed";

    private static string WithoutMarkup(string html)
    {
        if (BoundedHtml.TryParse($"<body>{html}", HtmlBounds.Line)?.Body is not { } body)
            return html;
        foreach (var hidden in body.QuerySelectorAll("script, style, applet"))
            hidden.Remove();
        foreach (var lineBreak in body.QuerySelectorAll("br"))
            lineBreak.Replace(body.Owner!.CreateTextNode(" "));
        return body.TextContent;
    }

    private static string? Collapse(string text) =>
        WhiteSpace.Fold(text) is { Length: > 0 } collapsed ? collapsed : null;

    /// <summary>The markup inside an element, without the <c>div</c> that Atom wraps it in.</summary>
    public static string InnerHtml(XElement element)
    {
        var children = element.Nodes().ToList();
        var only = element.Elements().Count() == 1 && !children.OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value))
            ? element.Elements().First() : null;
        var unwrapped = only?.Name.LocalName == "div" ? only.Nodes() : children;
        var html = new StringBuilder();
        using (var writer = XmlWriter.Create(html, Fragment))
        {
            foreach (var node in unwrapped)
                WithoutNamespaces(node).WriteTo(writer);
        }

        return html.ToString();
    }

    private static XNode WithoutNamespaces(XNode node)
    {
        if (node is not XElement element)
            return node;
        var attributes = element.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None);
        var copy = new XElement(element.Name.LocalName, attributes, element.Nodes().Select(WithoutNamespaces));
        if (copy.IsEmpty && !VoidElements.Contains(copy.Name.LocalName))
            copy.Value = "";
        return copy;
    }

    private static string FromBase64(string value)
    {
        var buffer = new byte[value.Length];
        return Convert.TryFromBase64String(value.Trim(), buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : value;
    }
}
