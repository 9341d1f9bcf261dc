using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads NewsML-G2 (single items and news messages) and NITF 3, with or without their namespaces.</summary>
internal sealed partial class WireXmlParser : IFormatParser
{
    private const string NewsMl = "NewsML-G2";

    private static readonly string[] Items = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"];

    public ParseResult? TryParse(ParserInput input)
    {
        var text = input.Text.Value;
        if (RootElement().Match(text) is not { Success: true } match || FormatOf(match.Groups["name"].Value) is not { } format)
            return null;
        var (root, problem) = WireXml.Read(text, input.Limits.Depth);
        if (root is null)
            return new ParseResult.Rejected($"the XML cannot be read: {problem}") { Format = format };
        var entries = Entries(root, input).Take(input.Limits.Entries + 1).ToList();
        if (entries.Count > input.Limits.Entries)
            return new ParseResult.Rejected($"it has more than {input.Limits.Entries} items") { Format = format };
        IEnumerable<string> notes = problem is null ? input.Text.Notes : input.Text.Notes.Append($"malformed: {problem}");
        return new ParseResult.Parsed(format, entries) { Notes = [.. notes] };
    }

    // contentSet and inlineXML stand alone where a system stores only the content of an item.
    private static string? FormatOf(string root) => root switch
    {
        "nitf" => "NITF",
        "newsMessage" or "contentSet" or "inlineXML" => NewsMl,
        _ => Items.Contains(root) ? NewsMl : null,
    };

    private static IEnumerable<ParsedEntry> Entries(XElement root, ParserInput input) => root.Name.LocalName switch
    {
        "nitf" => [NitfOutcome(root, input)],
        "newsMessage" => root.Within("itemSet").Elements().Select(item => MessageItem(item, input)).DefaultIfEmpty(
            new ParsedEntry.Unreadable(root.Name.LocalName, "a message without items")),
        "contentSet" or "inlineXML" => root.Within("nitf").Select(nitf => NitfOutcome(nitf, input)).DefaultIfEmpty(
            new ParsedEntry.Unreadable(root.Name.LocalName, "a content set without NITF text")),
        _ => [NewsMlItem.Read(root, input)],
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

    [GeneratedRegex(
        @"\A\s*(?:(?:<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>)\s*)*<(?:[\w.-]+:)?(?<name>[A-Za-z][\w.-]*)",
        RegexOptions.Singleline)]
    private static partial Regex RootElement();
}
