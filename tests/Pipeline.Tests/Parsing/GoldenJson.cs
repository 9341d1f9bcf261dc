using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing;

/// <summary>Parse results and articles as JSON that a person can review: what is missing, empty or at its default is left out.</summary>
internal static class GoldenJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    public static string Of(ParseResult result) => Describe(result).ToJsonString(Options) + "\n";

    /// <summary>Some facts of articles, with where each of them came from.</summary>
    public static string Of(IEnumerable<Article> articles, string[] facts) =>
        new JsonArray([.. articles.Select(article => Pick(Json(article)!.AsObject(), facts))]).ToJsonString(Options) + "\n";

    private static JsonObject Pick(JsonObject article, string[] facts)
    {
        var picked = Only(article, ["title", .. facts]);
        if (article["provenance"] is JsonObject provenance && Only(provenance, facts) is { Count: > 0 } sources)
            picked["provenance"] = sources;
        return picked;
    }

    private static JsonObject Only(JsonObject json, string[] names) =>
        new(names.Where(json.ContainsKey).Select(name => KeyValuePair.Create(name, json[name]?.DeepClone())));

    private static JsonObject Describe(ParseResult result) => result switch
    {
        ParseResult.Parsed parsed => new()
        {
            ["format"] = parsed.Format,
            ["notes"] = Json(parsed.Notes),
            ["entries"] = new JsonArray([.. parsed.Entries.Select(Describe)]),
        },
        ParseResult.Archive archive => new()
        {
            ["archive"] = archive.Format,
            ["members"] = new JsonArray([.. archive.Members.Select(Describe)]),
        },
        ParseResult.Rejected rejected => new() { ["rejected"] = rejected.Reason, ["format"] = rejected.Format },
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static JsonNode? Describe(ParsedEntry entry) => entry switch
    {
        ParsedEntry.Readable readable => Json(readable.Entry),
        ParsedEntry.Unreadable unreadable => new JsonObject { ["unreadable"] = unreadable.Label, ["reason"] = unreadable.Reason },
        _ => throw new NotSupportedException(entry.GetType().Name),
    };

    private static JsonNode Describe(ArchiveMember member) => new JsonObject
    {
        ["name"] = member.Name,
        ["refusal"] = member.Refusal,
        ["file"] = member.File is { } file ? Describe(new FileParser(new ParsingSettings()).Parse(file)) : null,
    };

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(
            p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
            property.ShouldSerialize = static (_, value) => value is IEnumerable values && values.GetEnumerator().MoveNext();
    }
}
