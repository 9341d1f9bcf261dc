using System.Xml;
using System.Xml.Linq;
using Pipeline.Parsing.Text;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// Reads XML into a tree under the names of <see cref="FeedNames"/>. Document type declarations are skipped unread, so that no
/// entity is expanded and nothing outside the file is touched (OWASP, XML external entity prevention).
/// </summary>
internal static class FeedXml
{
    // An XElement looks through all its attributes for each new one: more than any format defines would only cost time.
    private const int MaxAttributes = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element, annotated with the namespace of names without a prefix, which tells the dialect.</summary>
    /// <exception cref="XmlException">The text is not well-formed, or nests deeper than <paramref name="depth"/>.</exception>
    public static XElement Read(string xml, int depth)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        reader.MoveToContent();
        var coreUri = reader.NamespaceURI;
        var root = StartElement(reader, coreUri);
        root.Add(FeedNames.Prefixes());
        if (reader.LookupNamespace("") is { } plain)
            root.AddAnnotation(plain);
        var current = reader.IsEmptyElement ? null : root;
        while (reader.Read())
        {
            if (reader.Depth > depth)
                throw new XmlException($"elements nest deeper than {depth}");
            current = Take(reader, current, coreUri);
        }

        return root;
    }

    private static XElement? Take(XmlReader reader, XElement? current, string coreUri)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var child = StartElement(reader, coreUri);
                current?.Add(child);
                return reader.IsEmptyElement ? current : child;
            case XmlNodeType.EndElement:
                return current?.Parent;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                current?.Add(new XText(DamagedText.Repair(reader.Value)));
                return current;
            default:
                return current;
        }
    }

    private static XElement StartElement(XmlReader reader, string coreUri)
    {
        var element = new XElement(FeedNames.Normalize(reader.NamespaceURI, reader.LocalName, coreUri));
        for (var i = 0; i < MaxAttributes && reader.MoveToNextAttribute(); i++)
        {
            var name = AttributeName(reader);
            if (name is not null && element.Attribute(name) is null)
                element.Add(new XAttribute(name, reader.Value));
        }

        reader.MoveToElement();
        return element;
    }

    private static XName? AttributeName(XmlReader reader)
    {
        if (reader.NamespaceURI == XNamespace.Xmlns.NamespaceName)
            return null;
        return reader.NamespaceURI.Length == 0 ? reader.LocalName.ToLowerInvariant() : XName.Get(reader.LocalName, reader.NamespaceURI);
    }
}
