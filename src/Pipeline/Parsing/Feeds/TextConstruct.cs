using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// An element that holds text in one of three ways: plain, escaped HTML, or inline XHTML (RFC 4287 §3.1; <c>mode</c> in Atom 0.3).
/// </summary>
internal static class TextConstruct
{
    private static readonly HashSet<string> VoidElements = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>HTML with absolute links, where a base is known; <c>null</c> for an element without text.</summary>
    public static string? Html(XElement element, string defaultType, Uri? address)
    {
        var (type, value) = Read(element, defaultType);
        var html = type == "text" && !LooksLikeHtml(value) ? WebUtility.HtmlEncode(value) : value;
        return string.IsNullOrWhiteSpace(html) ? null : HtmlLinks.MakeAbsolute(html.Trim(), ElementScope.BaseOf(element, address));
    }

    /// <summary>Plain text, white space collapsed; <c>null</c> for an element without text.</summary>
    public static string? Text(XElement element, string defaultType)
    {
        var (type, value) = Read(element, defaultType);
        var isMarkup = type != "text" || LooksLikeHtml(value);
        var text = isMarkup ? new HtmlParser().ParseDocument($"<body>{value}").Body?.TextContent ?? "" : value;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } collapsed ? collapsed : null;
    }

    private static (string Type, string Value) Read(XElement element, string defaultType)
    {
        var type = Kind(((string?)element.Attribute("type"))?.Trim().ToLowerInvariant(), defaultType);
        if ((string?)element.Attribute("mode") == "base64" || type == "base64")
            return ("html", FromBase64(element.Value));
        return element.HasElements ? ("html", InnerHtml(element)) : (type == "xhtml" ? "html" : type, element.Value);
    }

    private static string Kind(string? declared, string defaultType) => declared switch
    {
        null or "" => defaultType,
        "text" or "plain" or "text/plain" => "text",
        "xhtml" or "application/xhtml+xml" => "xhtml",
        "html" or "text/html" => "html",
        _ when declared.StartsWith("text/", StringComparison.Ordinal) || declared.EndsWith("xml", StringComparison.Ordinal) => "html",
        _ => "base64",
    };

    // Feeds that declare plain text often send markup: a closing tag or a character reference tells.
    private static bool LooksLikeHtml(string value) =>
        value.Contains("</", StringComparison.Ordinal) || value.Contains("/>", StringComparison.Ordinal) || System.Text.RegularExpressions.Regex.IsMatch(value, @"&#?\w{2,8};");

    private static string InnerHtml(XElement element)
    {
        var children = element.Nodes().ToList();
        var only = element.Elements().Count() == 1 && !children.OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)) ? element.Elements().First() : null;
        var unwrapped = only?.Name.LocalName == "div" ? only.Nodes() : children;
        var plain = new XElement("x", unwrapped.Select(WithoutNamespaces));
        return string.Concat(plain.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
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
