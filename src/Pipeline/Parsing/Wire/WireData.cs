using System.Text;
using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads a text that an item carries as data (<c>inlineData</c> of G2, <c>DataContent</c> of NewsML 1.x): as elements, as escaped markup,
/// in base64 or plain. What is declared of it is often wrong, so that what stands there decides.
/// </summary>
internal static class WireData
{
    // A document inside a string; the XML around it has limits of its own.
    private const int MaxDepth = 64;

    /// <param name="data">The element that holds the text.</param>
    /// <param name="type">The declared media type or format; <c>null</c> where none is.</param>
    /// <param name="isBase64">True where the text is declared to be in base64.</param>
    /// <returns>HTML; <c>null</c> for an empty text, or one of a type that is no text.</returns>
    public static string? Html(XElement data, string? type, bool isBase64 = false)
    {
        if (NameIn(type, "image") || NameIn(type, "video") || NameIn(type, "audio"))
            return null;
        return data.HasElements ? Elements(data) : Text(isBase64 ? FromBase64(data.Value) : data.Value, type);
    }

    /// <summary>The text of NITF or XHTML elements, with or without the document around them.</summary>
    public static string? Elements(XElement holder)
    {
        var document = holder.Within("nitf").FirstOrDefault();
        if (document is not null)
            return NitfBody.Html(document);
        var content = holder.Within("body.content").ToList();
        if (content.Count > 0)
            return NitfBody.Html(content.Nodes());
        var body = holder.Within("body").FirstOrDefault();
        return WireMarkup.ToHtml((body ?? holder).Nodes().Where(node => node is not XElement { Name.LocalName: "head" }), NameOf);
    }

    private static string? Text(string text, string? type)
    {
        if (NameIn(type, "nitf") && FromNitf(text) is { } nitf)
            return nitf;
        return NameIn(type, "html") || text.Contains("</", StringComparison.Ordinal) ? WireText.FromHtml(text) : WireText.FromPlain(text);
    }

    private static string? FromNitf(string text) =>
        WireXml.Read($"<data>{WithoutDeclaration(text)}</data>", MaxDepth).Root is { } root ? Elements(root) : null;

    private static string WithoutDeclaration(string text) =>
        text.TrimStart() is var start && start.StartsWith("<?xml", StringComparison.Ordinal)
            ? start[(start.IndexOf('>', StringComparison.Ordinal) + 1)..] : start;

    // XHTML that no reader is to see is left to the sanitiser, which every body passes.
    private static string? NameOf(XElement element) =>
        NitfBody.NameOf(element)
            ?? (element.Name.LocalName is "div" or "section" or "article" or "span" or "figure" or "figcaption" or "u" or "s" or "small"
                or "h5" or "h6" or "code" or "cite" or "script" or "style" ? element.Name.LocalName : null);

    private static bool NameIn(string? type, string name) => type?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static string FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
