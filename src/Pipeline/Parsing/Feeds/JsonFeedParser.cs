using System.Globalization;
using System.Text;
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
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..] || !text.Contains(VersionMark, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return ReadAll(Documents(text, input.Limits.Depth), input);
        }
        catch (JsonException broken)
        {
            return ReadRepaired(text, input, $"malformed: {broken.Message}");
        }
    }

    // Scripts that append to a file write several feeds one behind the other.
    private static List<JsonElement> Documents(string text, int depth)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions
        {
            MaxDepth = depth,
            AllowTrailingCommas = true,
            AllowMultipleValues = true,
            CommentHandling = JsonCommentHandling.Skip,
        });
        var documents = new List<JsonElement>();
        while (reader.Read())
            documents.AddRange(Feeds(JsonElement.ParseValue(ref reader)));
        return documents;
    }

    // Collectors write several into one list, and some give the list a name.
    private static IEnumerable<JsonElement> Feeds(JsonElement document) => document.ValueKind switch
    {
        JsonValueKind.Array => document.EnumerateArray(),
        JsonValueKind.Object when !document.TryGetProperty("version", out _) => document.EnumerateObject().Select(
            member => member.Value).FirstOrDefault(value => IsListOfFeeds(value)) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray() : [document],
        _ => [document],
    };

    private static bool IsListOfFeeds(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(IsFeed);

    private static bool IsFeed(JsonElement value) =>
        JsonFeedItem.Text(value, "version")?.Contains(VersionMark, StringComparison.OrdinalIgnoreCase) == true;

    private static ParseResult? ReadAll(List<JsonElement> documents, ParserInput input)
    {
        if (documents.Count == 1)
            return Read(documents[0], input);
        var feeds = documents.Where(document => document.ValueKind == JsonValueKind.Object).Select(document => Read(document, input))
            .ToList();
        if (feeds.OfType<ParseResult.Parsed>().FirstOrDefault() is not { } first)
            return feeds.FirstOrDefault();
        var entries = feeds.OfType<ParseResult.Parsed>().SelectMany(feed => feed.Entries).ToList();
        var unread = documents.Count - feeds.OfType<ParseResult.Parsed>().Count();
        return entries.Count > input.Limits.Entries ? TooMany(first.Format, input)
            : first with { Entries = entries, Notes = [SeveralNote(documents.Count, unread), .. input.Text.Notes] };
    }

    private static string SeveralNote(int documents, int unread) => string.Create(CultureInfo.InvariantCulture,
        $"{documents} documents in one file, one behind the other: {(unread == 0 ? "all are read" : $"{unread} of them not read")}");

    private static ParseResult.Rejected TooMany(string format, ParserInput input) =>
        new($"more than {input.Limits.Entries} entries in one file") { Format = format };

    private static ParseResult? ReadRepaired(string text, ParserInput input, string problem) =>
        LenientJson.Parse(text) is { } feed && ReadAll([.. Feeds(feed)], input) is { } result
            ? result is ParseResult.Parsed parsed ? parsed with { Notes = [problem, .. parsed.Notes] } : result
            // A list may be anybody's: another parser says what is wrong with it.
            : text.AsSpan().TrimStart().StartsWith("[") ? null
            : new ParseResult.Rejected(problem) { Format = "JSON Feed" };

    private static ParseResult? Read(JsonElement feed, ParserInput input)
    {
        if (!IsFeed(feed))
            return null;
        var format = $"JSON Feed {(JsonFeedItem.Text(feed, "version")!.EndsWith("1.1", StringComparison.Ordinal) ? "1.1" : "1.0")}";
        var items = JsonFeedItem.List(feed, "items").Where(item => item.ValueKind == JsonValueKind.Object).ToList();
        return items.Count > input.Limits.Entries
            ? TooMany(format, input)
            : new ParseResult.Parsed(format, [
                .. items.Select(item => new ParsedEntry.Readable(JsonFeedItem.Read(item, feed, input)))])
            { Notes = input.Text.Notes };
    }
}
