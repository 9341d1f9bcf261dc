using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads ninjs 1.x, 2.x and 3.x: one item, a list of them, or several one after the other, mended where the JSON is broken. Text
/// items that an item holds as associations are entries too.</summary>
internal sealed partial class NinjsParser : IFormatParser
{
    private const string Format = "ninjs";

    public ParseResult? TryParse(ParserInput input)
    {
        var text = input.Text.Value;
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
            return null;
        try
        {
            return Read(NinjsJson.Read(text, input.Limits.Depth), input);
        }
        catch (JsonException exception)
        {
            return Mark().IsMatch(text)
                ? ReadMended(text, input, string.Create(
                    CultureInfo.InvariantCulture, $"the JSON breaks off or is wrong at line {exception.LineNumber + 1}")) : null;
        }
    }

    /// <summary>
    /// True for an item of this format. The schema requires only <c>uri</c>, for which Superdesk writes <c>guid</c>, so that a second
    /// mark has to be there.
    /// </summary>
    public static bool IsNinjs(NinjsObject item) =>
        item.Objects("standard", "$standard").Any(standard => standard.Text("name") == Format)
        || ((item.Has("uri") || item.Has("guid")) && item.Names.Any(name => NamesOfNinjs().IsMatch(name)));

    private static ParseResult ReadMended(string text, ParserInput input, string problem)
    {
        var mended = NinjsJson.ReadMended(text, input.Limits.Depth);
        return (mended is null ? null : Read(mended, input)) switch
        {
            ParseResult.Parsed parsed => parsed with { Notes = [.. parsed.Notes, $"malformed: {problem}"] },
            _ => new ParseResult.Rejected($"the JSON cannot be read: {problem}") { Format = Format },
        };
    }

    private static ParseResult? Read(NinjsJson json, ParserInput input)
    {
        var items = NinjsEnvelope.Unwrap(json.Values);
        if (items.Count == 0)
            return null;
        var entries = items.SelectMany((item, index) => json.IsCutOff && index == items.Count - 1
                ? Entries(item, index, input).Select(Held)
                : Entries(item, index, input))
            .Take(input.Limits.Entries + 1).ToList();
        return entries.Count > input.Limits.Entries
            ? new ParseResult.Rejected($"it has more than {input.Limits.Entries} items") { Format = Format }
            : new ParseResult.Parsed(Format, entries) { Notes = input.Text.Notes };
    }

    // What is broken among items loses itself alone.
    private static IEnumerable<ParsedEntry> Entries(NinjsObject? item, int index, ParserInput input) =>
        item is null ? [new ParsedEntry.Unreadable(string.Create(CultureInfo.InvariantCulture, $"item {index + 1}"), "it is no ninjs item")]
            : Entries(item, input);

    // The properties of a ninjs item come in any order: its status or its embargo may be in what was cut off.
    private static ParsedEntry Held(ParsedEntry item) =>
        item is ParsedEntry.Readable { Entry: { Wire.Status: WireStatus.Usable } entry }
            ? new ParsedEntry.Readable(entry with { Wire = entry.Wire with { Status = WireStatus.Withheld } })
            : item;

    private static IEnumerable<ParsedEntry> Entries(NinjsObject item, ParserInput input) =>
        item.Parts("associations").Where(NinjsEntry.IsTextWithBody).SelectMany(part => Entries(part, input))
            .Prepend(NinjsEntry.Outcome(item, input));

    [GeneratedRegex(
        "\\A(type|headlines?|headline_.*|bod(y_.*|ies)|description(s|_.*)|version(created)?|pubstatus|representationtype|renditions"
            + "|byline|by|slugline|eventdetails)\\z",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex NamesOfNinjs();

    [GeneratedRegex("\"(versioncreated|pubstatus|representationtype|body_x?html|body_text|bodies|headlines)\"\\s*:",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Mark();
}
