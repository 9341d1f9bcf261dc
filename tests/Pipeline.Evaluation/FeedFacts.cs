using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Parsing.Formats;

namespace Pipeline.Evaluation;

/// <summary>What was read from a feed, in the shape of the corpus's <c>expected.jsonl</c>. Facts of the feed itself are <c>null</c>:
/// articles do not carry them.</summary>
internal static class FeedFacts
{
    public static JsonObject Of(JsonObject expected, ParseResult result)
    {
        var parsed = result as ParseResult.Parsed;
        return new JsonObject
        {
            ["file"] = expected["file"]!.DeepClone(),
            ["malformed"] = parsed?.Notes.Any(note => note.StartsWith("malformed", StringComparison.Ordinal)) ?? true,
            ["rejected"] = (result as ParseResult.Rejected)?.Reason,
            ["feed"] = new JsonObject { ["title"] = null, ["link"] = null },
            ["entries"] = new JsonArray(
                [.. (parsed?.Entries ?? []).OfType<ParsedEntry.Readable>().Select(readable => Facts(readable.Entry))]),
        };
    }

    private static JsonObject Facts(Entry entry) => new()
    {
        ["title"] = entry.Title,
        ["link"] = entry.Url,
        ["id"] = entry.SourceId,
        // A publication that another date stands for is not one to feedparser.
        ["published"] = entry.Provenance.ContainsKey("published") ? null : Moment(entry.Published),
        ["updated"] = Moment(entry.Updated),
        ["author"] = IsOwn(entry, "contributors") && entry.Contributors.LastOrDefault(
            contributor => contributor.Role == ContributorRole.Author) is { } author ? Name(author) : null,
        ["summary"] = VisibleHtml.Of(entry.SummaryHtml),
        ["content"] = VisibleHtml.Of(entry.ContentHtml),
        ["tags"] = new JsonArray([.. entry.Categories.Select(Tag)]),
        ["enclosures"] = new JsonArray([.. entry.Enclosures.Select(File)]),
        ["language"] = IsOwn(entry, "language") ? entry.Language : null,
    };

    // feedparser reports of an entry what the entry itself says, and leaves what its feed says to its caller.
    private static bool IsOwn(Entry entry, string fact) => entry.Provenance.GetValueOrDefault(fact) != "the feed";

    private static string? Moment(PublishedDate? date) =>
        date?.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Name(Contributor author) =>
        author.Email is null || author.Email == author.Name ? author.Name : $"{author.Name} ({author.Email})";

    private static JsonObject Tag(Category category) =>
        new() { ["term"] = category.Term, ["scheme"] = category.Scheme, ["label"] = category.Name };

    private static JsonObject File(Enclosure enclosure) => new()
    {
        ["href"] = enclosure.Url,
        ["type"] = enclosure.MediaType,
        ["length"] = enclosure.Length?.ToString(CultureInfo.InvariantCulture),
    };
}
