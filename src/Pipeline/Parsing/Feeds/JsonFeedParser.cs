using System.Text.Json;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). A malformed feed is repaired first and yields what can be read.</summary>
internal sealed class JsonFeedParser : IFormatParser
{
    private const string VersionMark = "jsonfeed.org/version/";

    public ParseResult? TryParse(ParserInput input)
    {
        var text = LenientJson.MendSurrogates(input.Text.Value);
        if (!text.AsSpan().TrimStart().StartsWith("{") || !text.Contains(VersionMark, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions
            {
                MaxDepth = input.Limits.Depth,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip
            });
            return Read(document.RootElement, input);
        }
        catch (JsonException broken)
        {
            return ReadRepaired(text, input, $"malformed: {broken.Message}");
        }
    }

    private static ParseResult ReadRepaired(string text, ParserInput input, string problem) =>
        LenientJson.Parse(text) is { } feed && Read(feed, input) is { } result
            ? result is ParseResult.Parsed parsed ? parsed with { Notes = [problem, .. parsed.Notes] } : result
            : new ParseResult.Rejected(problem) { Format = "JSON Feed" };

    private static ParseResult? Read(JsonElement feed, ParserInput input)
    {
        if (JsonFeedItem.Text(feed, "version") is not { } version || !version.Contains(VersionMark, StringComparison.OrdinalIgnoreCase))
            return null;
        var format = $"JSON Feed {(version.EndsWith("1.1", StringComparison.Ordinal) ? "1.1" : "1.0")}";
        var items = JsonFeedItem.List(feed, "items").Where(item => item.ValueKind == JsonValueKind.Object).ToList();
        return items.Count > input.Limits.Entries
            ? new ParseResult.Rejected($"more than {input.Limits.Entries} entries in one file") { Format = format }
            : new ParseResult.Parsed(format, [
                .. items.Select(item => new ParsedEntry.Readable(JsonFeedItem.Read(item, feed, input)))])
            { Notes = input.Text.Notes };
    }
}
