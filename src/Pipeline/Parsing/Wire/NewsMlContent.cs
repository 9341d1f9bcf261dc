using System.Xml.Linq;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the text of a NewsML-G2 item: inline XHTML, inline data as HTML or plain text. Inline NITF is
/// <see cref="NitfEntry"/>'s.</summary>
internal static class NewsMlContent
{
    /// <summary>HTML; <c>null</c> where the item carries no text in one of these forms.</summary>
    public static string? Html(XElement? contentSet) =>
        contentSet.Children("inlineXML").SelectMany(inline => inline.Elements()).Select(Xhtml)
            .Concat(contentSet.Children("inlineData").Select(Data))
            .FirstOrDefault(html => html is not null);

    public static string? Summary(XElement? contentMeta) =>
        contentMeta.Children("description").OrderBy(
            description => description.Fact("role")?.EndsWith(":summary", StringComparison.Ordinal) != true)
            .Select(description => WireMarkup.ToHtml(description.Nodes(), element => element.Name.LocalName == "br" ? "br" : null))
            .FirstOrDefault(html => html is not null);

    private static string? Xhtml(XElement element) => element.Name.LocalName switch
    {
        "html" => WireMarkup.ToHtml(element.Within("body").Nodes(), Kept),
        "body" => WireMarkup.ToHtml(element.Nodes(), Kept),
        "div" or "p" or "section" or "article" => WireMarkup.ToHtml([element], Kept),
        _ => null,
    };

    private static string? Kept(XElement element) => element.Name.LocalName;

    private static string? Data(XElement data) =>
        IsText(data.Fact("contenttype"))
            ? WireData.Html(
                data, data.Fact("contenttype"), data.Fact("encoding")?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true)
            : null;

    private static bool IsText(string? type) =>
        type is null || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("nitf", StringComparison.OrdinalIgnoreCase);
}
