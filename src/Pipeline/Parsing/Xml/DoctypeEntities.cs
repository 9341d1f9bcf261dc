using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Xml;

/// <summary>
/// The entities that a document type declaration defines as plain text. Only those are honoured: a definition that refers to
/// another entity, to markup or to a file is none, so that nothing can multiply.
/// </summary>
internal static partial class DoctypeEntities
{
    // A real definition is a character or a name; more than this much text from definitions is an attack.
    private const int MaxExpansionLength = 1 << 20;

    /// <summary>The text with its declared entities put in; references that are not honoured stay as they are.</summary>
    public static string Expand(string xml)
    {
        var entities = Declared(xml);
        if (entities.Count == 0)
            return xml;
        var left = MaxExpansionLength;
        return Reference().Replace(xml, found =>
        {
            if (!found.Groups[1].Success || !entities.TryGetValue(found.Groups[1].Value, out var value) || (left -= value.Length) < 0)
                return found.Value;
            return value;
        });
    }

    private static Dictionary<string, string> Declared(string xml)
    {
        var start = xml.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        var end = start < 0 ? -1 : xml.IndexOf("]>", start, StringComparison.Ordinal);
        return end < 0
            ? []
            : Declaration().Matches(xml[start..end]).DistinctBy(found => found.Groups[1].Value).ToDictionary(
                found => found.Groups[1].Value, found => found.Groups[3].Value);
    }

    // A value may hold character references, which stay what they are: &#38; is not read again as the start of another reference.
    [GeneratedRegex("""<!ENTITY\s+([\w.-]+)\s+(["'])((?:[^&<%"']|&#\w{1,8};)*)\2\s*>""", RegexOptions.None, MatchTimeout)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<!\[CDATA\[.*?(?:\]\]>|\z)|<!DOCTYPE|&([\w.-]+);", RegexOptions.Singleline, MatchTimeout)]
    private static partial Regex Reference();
}
