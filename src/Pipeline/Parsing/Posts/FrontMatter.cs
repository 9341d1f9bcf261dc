using System.Text.Json.Nodes;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// The facts of a front matter, the same for every dialect. Keys are compared without case, <c>_</c> and <c>-</c>, because
/// <c>publishDate</c>, <c>publish_date</c> and <c>publish-date</c> are one fact to the people who write them.
/// </summary>
internal sealed class FrontMatter
{
    // Hugo keeps what is not its own under params, Zola under extra and taxonomies.
    private static readonly string[] Sections = ["params", "extra", "taxonomies"];

    private readonly JsonObject values;

    public FrontMatter(JsonObject values) => this.values = values;

    /// <summary>A key in the spelling that this class looks keys up in.</summary>
    public static string Key(string written) =>
        written.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The text of a value, trimmed; <c>null</c> for an empty one, a list or a mapping.</summary>
    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A mapping's first text under one of the keys.</summary>
    public static string? TextOf(JsonObject mapping, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (TextOf(mapping[key]) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The first text under one of the keys, in the order of the keys.</summary>
    public string? Text(params IEnumerable<string> keys) => Texts(keys).FirstOrDefault();

    public IEnumerable<string> Texts(params IEnumerable<string> keys) => Values(keys).Select(TextOf).OfType<string>();

    /// <summary>Every scalar and mapping under the keys, in the order of the keys; lists, also nested ones, are flattened.</summary>
    public IEnumerable<JsonNode> Values(params IEnumerable<string> keys) =>
        keys.SelectMany(key => Holders().SelectMany(holder => Flat(holder[key])));

    private static IEnumerable<JsonNode> Flat(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(Flat),
        _ => [node],
    };

    private IEnumerable<JsonObject> Holders() =>
        Sections.Select(section => values[section]).OfType<JsonObject>().Prepend(values);
}
