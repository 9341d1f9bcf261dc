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
        var documents = FeedDocuments.Split(input.Text.Value, start);
        var feeds = documents.Select(document => ReadDocument(document, input)).ToList();
        var entries = feeds.OfType<ParseResult.Parsed>().SelectMany(feed => feed.Entries).ToList();
        if (entries.Count > input.Limits.Entries)
            return new ParseResult.Rejected($"more than {input.Limits.Entries} entries in one file")
            {
                Format =
                feeds[0] is ParseResult.Parsed { Format: var format } ? format : "feed"
            };
        if (feeds.OfType<ParseResult.Parsed>().FirstOrDefault() is not { } first)
            return feeds[0];
        var several = feeds.Count > 1 ? $"{feeds.Count} documents in one file, one behind the other: all are read" : null;
        return first with
        {
            Entries = entries,
            Notes = [.. Notes(several, BeforeFeed(input.Text.Value[..start])), .. feeds.SelectMany(NotesOf), .. input.Text.Notes],
        };
    }

    private static IEnumerable<string> NotesOf(ParseResult feed) => feed switch
    {
        ParseResult.Parsed parsed => parsed.Notes,
        ParseResult.Rejected rejected => [rejected.Reason],
        _ => [],
    };

    private static IEnumerable<string> Notes(params IEnumerable<string?> notes) => notes.OfType<string>();

    private static ParseResult ReadDocument(string text, ParserInput input)
    {
        if (Read(text, input.Limits.Depth, out var broken) is not { } root)
            return new ParseResult.Rejected(broken!) { Format = "feed" };
        var format = FeedDialect.Detect(root);
        var items = root.DescendantsAndSelf().Where(element => element.Name == "item" || element.Name == "entry" || Tombstones.Is(element))
            .Take(input.Limits.Entries + 1).ToList();
        // RDF describes many things: the metadata inside a picture is no feed.
        if (items.Count == 0 && root.Name.LocalName == "rdf" && root.Element("channel") is null)
            return new ParseResult.Rejected("RDF that is no feed: it has neither a channel nor items") { Format = format };
        var reader = new XmlEntryReader(input.File.Address, FeedHome.FindIn(root), input.Zone);
        var settled = Tombstones.Settle(items, input.Zone);
        var deleted = settled.Count(Tombstones.Is);
        return new ParseResult.Parsed(format, [.. settled.Select(item => ReadItem(item, reader, input))])
        {
            Notes = [.. Notes(broken, items.Count == 0 ? "the feed has no entries" : null, deleted > 0
                ? $"the feed withdraws {deleted} of its entries (deleted-entry)" : null)],
        };
    }

    private static ParsedEntry ReadItem(XElement item, XmlEntryReader reader, ParserInput input)
    {
        var entry = Tombstones.Is(item) ? Tombstones.Read(item, input) : reader.Read(item);
        return EntryState.PartOf(item) is { } part
            ? new ParsedEntry.Unreadable(entry.Title ?? entry.SourceId ?? part, $"a part of a site ({part}) and no text of it")
            : new ParsedEntry.Readable(entry);
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
