using System.Xml;
using System.Xml.Linq;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Feeds;

/// <summary>Reads RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0 and CDF. A malformed feed is repaired first and yields what can be read.</summary>
internal sealed class XmlFeedParser : IFormatParser
{
    public ParseResult? TryParse(ParserInput input)
    {
        var start = FeedStart.Find(input.Text.Value);
        if (start < 0)
            return null;
        if (Read(input.Text.Value[start..], input.Limits.Depth, out var broken) is not { } root)
            return new ParseResult.Rejected(broken!) { Format = "feed" };
        var items = root.Descendants().Where(element => element.Name == "item" || element.Name == "entry").ToList();
        if (items.Count > input.Limits.Entries)
            return new ParseResult.Rejected($"more than {input.Limits.Entries} entries in one file") { Format = FeedDialect.Detect(root) };
        var reader = new XmlEntryReader(input.File.Address, FeedHome.FindIn(root), input.Zone);
        return new ParseResult.Parsed(FeedDialect.Detect(root), [.. items.Select(item => new ParsedEntry.Readable(reader.Read(item)))])
        {
            Notes = [.. input.Text.Notes.Prepend(broken ?? BeforeFeed(input.Text.Value[..start])).OfType<string>()],
        };
    }

    private static string? BeforeFeed(string before) => string.IsNullOrWhiteSpace(before) ? null : "malformed: text stands before the feed";

    private static XElement? Read(string text, int depth, out string? broken)
    {
        broken = null;
        var xml = DoctypeEntities.Expand(text);
        try
        {
            return FeedXml.Read(xml, depth);
        }
        catch (XmlException malformed)
        {
            broken = $"malformed: {malformed.Message}";
            return ReadRepaired(xml, depth);
        }
    }

    private static XElement? ReadRepaired(string xml, int depth)
    {
        try
        {
            return FeedXml.Read(XmlRepair.Repair(xml, depth), depth);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
