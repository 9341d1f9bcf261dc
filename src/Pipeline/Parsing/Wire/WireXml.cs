using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads a wire document into a tree. Document type declarations are skipped unread (NITF files name their DTD), so that no
/// entity is expanded and nothing outside the file is touched.
/// </summary>
internal static partial class WireXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>The root element, and what had to be repaired first, in words; a <c>null</c> root where the document cannot be read at all.</summary>
    public static (XElement? Root, string? Problem) Read(string text, int depth)
    {
        try
        {
            return (Load(text, depth), null);
        }
        catch (XmlException first)
        {
            try
            {
                return (Load(Repaired(text), depth), first.Message);
            }
            catch (XmlException second)
            {
                return (null, second.Message);
            }
        }
    }

    private static XElement Load(string xml, int depth)
    {
        RefuseBeyond(depth, xml);
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    // Whoever walks the tree may then do so recursively.
    private static void RefuseBeyond(int depth, string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > depth)
                throw new XmlException($"elements nest deeper than {depth}");
        }
    }

    // Names that only HTML defines, ampersands that begin no reference, and the characters that XML 1.0 §2.2 leaves out.
    private static string Repaired(string text) =>
        Reference().Replace(Forbidden().Replace(text, ""), match => WebUtility.HtmlDecode(match.Value) is { } decoded && decoded != match.Value
            ? WebUtility.HtmlEncode(decoded)
            : "&amp;" + match.Value[1..]);

    [GeneratedRegex(@"&(?!(?:amp|lt|gt|quot|apos);)(?!#\d{1,7};)(?!#x[0-9A-Fa-f]{1,6};)(?:[A-Za-z][A-Za-z0-9]{1,31};)?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();
}
