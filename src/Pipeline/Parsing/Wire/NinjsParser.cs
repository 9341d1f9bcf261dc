using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads ninjs 1.x, 2.x and 3.x: one item, or a list of them. Text items that an item holds as associations are entries too.</summary>
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
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = input.Limits.Depth });
            return Read(json.RootElement, input);
        }
        catch (JsonException exception)
        {
            return start[0] == '{' && Mark().IsMatch(text)
                ? new ParseResult.Rejected($"the JSON cannot be read: it breaks off or is wrong at line {exception.LineNumber + 1}") { Format = Format }
                : null;
        }
    }

    /// <summary>True for an item of this format. The schema requires only <c>uri</c>, so that a second mark has to be there.</summary>
    public static bool IsNinjs(NinjsObject item) =>
        item.Objects("standard", "$standard").Any(standard => standard.Text("name") == Format) || (item.Has("uri") && item.Names.Any(name => NamesOfNinjs().IsMatch(name)));

    private static ParseResult? Read(JsonElement root, ParserInput input)
    {
        var items = (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : Enumerable.Repeat(root, 1))
            .Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => new NinjsObject(item))
            .ToList();
        if (items.Count == 0 || !items.All(IsNinjs))
            return null;
        var entries = items.SelectMany(item => Entries(item, input)).Take(input.Limits.Entries + 1).ToList();
        return entries.Count > input.Limits.Entries
            ? new ParseResult.Rejected($"it has more than {input.Limits.Entries} items") { Format = Format }
            : new ParseResult.Parsed(Format, entries) { Notes = input.Text.Notes };
    }

    private static IEnumerable<ParsedEntry> Entries(NinjsObject item, ParserInput input) =>
        item.Objects("associations").Where(NinjsEntry.IsTextWithBody).SelectMany(part => Entries(part, input))
            .Prepend(NinjsEntry.Outcome(item, input));

    [GeneratedRegex("\\A(type|headlines?|headline_.*|bod(y_.*|ies)|description(s|_.*)|version(created)?|pubstatus|representationtype|renditions|byline|by|slugline|eventdetails)\\z", RegexOptions.IgnoreCase)]
    private static partial Regex NamesOfNinjs();

    [GeneratedRegex("\"(versioncreated|pubstatus|representationtype|body_x?html|body_text|bodies|headlines)\"\\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
