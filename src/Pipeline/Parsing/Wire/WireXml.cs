using System.Xml;
using System.Xml.Linq;
using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads a wire document into a tree. Document type declarations are skipped unread (NITF files name their DTD), so that no
/// entity is expanded and nothing outside the file is touched.
/// </summary>
internal static class WireXml
{
    // What looks an attribute up looks through all of them. The richest element of the standards has a tenth of this.
    private const int MaxAttributes = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>The root element, and what had to be repaired first, in words; a <c>null</c> root where the document cannot be read at
    /// all.</summary>
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
                return (Load(XmlRepair.Repair(text, depth), depth), first.Message);
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
            if (reader.AttributeCount > MaxAttributes)
                throw new XmlException($"an element has more than {MaxAttributes} attributes");
        }
    }
}
