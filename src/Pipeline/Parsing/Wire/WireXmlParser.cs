using System.Globalization;
using System.Xml.Linq;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Xml;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads NewsML-G2 (single items and news messages), NewsML 1.x and NITF 3, with or without their namespaces.</summary>
internal sealed class WireXmlParser : IFormatParser
{
    private const string NewsMl = "NewsML-G2";
    private const string NewsMl1 = "NewsML 1.x";

    private static readonly string[] Items = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"];

    public ParseResult? TryParse(ParserInput input)
    {
        if (XmlRoot.Find(input.Text.Value) is not { } found || FormatOf(found.Name) is not { } format)
            return null;
        var documents = WireDocuments.Split(input.Text.Value, found.Start);
        var read = documents.Select(text => WireXml.Read(text, input.Limits.Depth)).ToList();
        var problem = read.Select(document => document.Problem).FirstOrDefault(problem => problem is not null);
        if (read.TrueForAll(document => document.Root is null))
            return new ParseResult.Rejected($"the XML cannot be read: {problem}") { Format = format };
        var entries = read.Select(document => document.Root).OfType<XElement>()
            .SelectMany(root => Entries(root, input)).Take(input.Limits.Entries + 1).ToList();
        if (entries.Count > input.Limits.Entries)
            return new ParseResult.Rejected($"it has more than {input.Limits.Entries} items") { Format = format };
        var before = string.IsNullOrWhiteSpace(input.Text.Value[..found.Start].Trim('\ufeff', '\0')) ? null
            : "malformed: text stands before the document";
        var unread = read.Count(document => document.Root is null);
        var several = documents.Count == 1 ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{documents.Count} documents in one file, one behind the other: {(unread == 0 ? "all are" : $"{unread} are not")} read");
        return new ParseResult.Parsed(
            format, entries)
        { Notes = [.. input.Text.Notes, .. Notes(several, before, problem is null ? null : $"malformed: {problem}")] };
    }

    private static IEnumerable<string> Notes(params string?[] notes) => notes.OfType<string>();

    // contentSet and inlineXML stand alone where a system stores only the content of an item.
    private static string? FormatOf(string root) => root switch
    {
        "nitf" => "NITF",
        "newsMessage" or "contentSet" or "inlineXML" => NewsMl,
        "NewsItem" => NewsMl1,
        _ when root.Equals("NewsML", StringComparison.OrdinalIgnoreCase) => NewsMl1,
        _ => Items.Contains(root) ? NewsMl : null,
    };

    private static IEnumerable<ParsedEntry> Entries(XElement root, ParserInput input) => root.Name.LocalName switch
    {
        "nitf" => [NitfOutcome(root, input)],
        "newsMessage" => root.Within("itemSet").Elements().Select(item => MessageItem(item, input)).DefaultIfEmpty(
            new ParsedEntry.Unreadable(root.Name.LocalName, "a message without items")),
        "contentSet" or "inlineXML" => root.Within("nitf").Select(nitf => NitfOutcome(nitf, input)).DefaultIfEmpty(
            new ParsedEntry.Unreadable(root.Name.LocalName, "a content set without NITF text")),
        var name when Items.Contains(name) => [NewsMlItem.Read(root, input)],
        _ => NewsMl1Item.Within(root).Select(item => NewsMl1Item.Read(item, input)).DefaultIfEmpty(
            new ParsedEntry.Unreadable(root.Name.LocalName, "NewsML without items")),
    };

    private static ParsedEntry MessageItem(XElement item, ParserInput input) => item.Name.LocalName switch
    {
        "nitf" => NitfOutcome(item, input),
        var name when Items.Contains(name) => NewsMlItem.Read(item, input),
        var name => new ParsedEntry.Unreadable(name, $"{name}: it is no item of NewsML-G2"),
    };

    private static ParsedEntry NitfOutcome(XElement nitf, ParserInput input)
    {
        var entry = NitfEntry.Read(nitf, input);
        return WireOutcome.ForEntry(entry, null);
    }
}
