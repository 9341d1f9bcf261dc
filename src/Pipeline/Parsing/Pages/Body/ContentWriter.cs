using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Writes the body that is left as HTML of its own: addresses absolute, nothing empty, no attribute that only the page could
/// use.</summary>
internal static class ContentWriter
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "href", "src", "alt", "title", "lang", "dir", "datetime", "cite", "colspan", "rowspan", "width", "height", "start", "reversed",
        "type", "value",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal) { "href", "src", "cite" };

    public static string Write(IElement body, Page page)
    {
        var empty = new HashSet<INode>(ReferenceEqualityComparer.Instance);
        // Last first: an element's descendants follow it in document order, so that they are known before it is looked at.
        foreach (var element in body.QuerySelectorAll("*").Reverse())
        {
            if (HoldsNothing(element, empty) || IsEmptyHeading(element))
                empty.Add(element);
            else
                CleanAttributes(element, page);
        }

        // Rows and cells are read as such only in a table.
        var markup = HtmlMarkup.WriteInside(body, empty).Trim();
        return body.LocalName is "table" or "tbody" or "thead" or "tfoot" or "tr" ? $"<table>{markup}</table>" : markup;
    }

    // What was in it has been taken off, but for a line break.
    private static bool IsEmptyHeading(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6'] && string.IsNullOrWhiteSpace(element.TextContent)
        && element.QuerySelector("img, picture") is null;

    // An inline element with white space parts two words.
    private static bool HoldsNothing(IElement element, HashSet<INode> empty) =>
        element.LocalName is not ("img" or "br" or "hr" or "td" or "th" or "source" or "wbr" or "col")
        && element.ChildNodes.All(child => child is IText text ? IsBlank(text, element) : child is not IElement || empty.Contains(child));

    private static bool IsBlank(IText text, IElement element) =>
        text.Length == 0 || (!Lines.IsInline(element) && string.IsNullOrWhiteSpace(text.Data));

    private static void CleanAttributes(IElement element, Page page)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            if (!Attributes.Contains(attribute.Name))
                element.RemoveAttribute(attribute.Name);
            else if (Addresses.Contains(attribute.Name))
                MakeAbsolute(element, attribute.Name, attribute.Value, page);
        }
    }

    private static void MakeAbsolute(IElement element, string attribute, string address, Page page)
    {
        if (page.Absolute(address) is { } absolute)
            element.SetAttribute(attribute, absolute);
        else if (page.Base is not null)
            element.RemoveAttribute(attribute);
    }
}
