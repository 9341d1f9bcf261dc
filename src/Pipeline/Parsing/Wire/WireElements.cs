using System.Xml.Linq;
using Pipeline.Parsing.Html;
using Pipeline.Text;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Looks wire elements up by their local names: the same document comes with the IPTC's namespace, with an older one and with none.
/// </summary>
internal static class WireElements
{
    public static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static IEnumerable<XElement> Within(this XElement? element, string name) =>
        element?.Descendants().Where(child => child.Name.LocalName == name) ?? [];

    public static IEnumerable<XElement> Within(this IEnumerable<XElement> elements, string name) =>
        elements.SelectMany(element => element.Within(name));

    /// <summary>The text of an element and everything in it, on one line; <c>null</c> where there is none.</summary>
    public static string? Text(this XElement? element) =>
        element is null ? null
            : OneLine(element.Within("br").Any() ? string.Concat(element.DescendantNodes().Select(Written)) : element.Value);

    // A line break parts words.
    private static string Written(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "br" } => " ",
        _ => "",
    };

    /// <summary>An attribute's value, trimmed, whatever its namespace; <c>null</c> for a missing or empty one.</summary>
    public static string? Fact(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(
            candidate => candidate.Name.LocalName == attribute && !candidate.IsNamespaceDeclaration)?.Value.Trim() is { Length: > 0 } value
            ? value
            : null;

    /// <summary>The text with each run of white space as one space, also where it was escaped for HTML; <c>null</c> for an empty
    /// one.</summary>
    public static string? OneLine(string? text) => PlainText.Line(text) is { } line ? WhiteSpace.Fold(line) : null;
}
