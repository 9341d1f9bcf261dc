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
        foreach (var element in body.QuerySelectorAll("*").Reverse())
        {
            if (IsEmpty(element))
                element.Remove();
            else
                CleanAttributes(element, page);
        }

        // Rows and cells are read as such only in a table.
        var markup = HtmlMarkup.WriteInside(body).Trim();
        return body.LocalName is "table" or "tbody" or "thead" or "tfoot" or "tr" ? $"<table>{markup}</table>" : markup;
    }

    private static bool IsEmpty(IElement element) =>
        HoldsNothing(element) || IsEmptyHeading(element);

    // What was in it has been taken off, but for a line break.
    private static bool IsEmptyHeading(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6'] && string.IsNullOrWhiteSpace(element.TextContent)
        && element.QuerySelector("img, picture") is null;

    private static bool HoldsNothing(IElement element) =>
        element.LocalName is not ("img" or "br" or "hr" or "td" or "th" or "source" or "wbr" or "col")
        && element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(element.TextContent)
        && !(Lines.IsInline(element) && element.TextContent.Length > 0);

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
