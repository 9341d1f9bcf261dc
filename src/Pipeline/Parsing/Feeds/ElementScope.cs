using System.Xml.Linq;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>What an element inherits from those around it: the base of relative addresses (XML Base) and the language (XML 1.0
/// §2.12).</summary>
internal static class ElementScope
{
    /// <summary>The base of addresses inside <paramref name="element"/>; <paramref name="address"/> is where the file itself came
    /// from.</summary>
    public static Uri? BaseOf(XElement element, Uri? address)
    {
        var result = address;
        foreach (var ancestor in element.AncestorsAndSelf().Reverse())
        {
            if ((ancestor.Attribute(XNamespace.Xml + "base") ?? ancestor.Attribute("base")) is { } declared)
                result = HtmlLinks.Resolve(result, declared.Value) ?? result;
        }

        return result;
    }

    /// <summary>The nearest declared language; <c>null</c> where there is none, or where it is declared to be none
    /// (<c>xml:lang=""</c>).</summary>
    public static string? LanguageOf(XElement element)
    {
        var declared = element.AncestorsAndSelf()
            .Select(ancestor => ancestor.Attribute(XNamespace.Xml + "lang") ?? ancestor.Attribute("lang"))
            .FirstOrDefault(attribute => attribute is not null);
        return string.IsNullOrWhiteSpace(declared?.Value) ? null : declared.Value.Trim();
    }
}
