using System.Text.Json;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// A JSON object of a ninjs item. Names are compared without case: what 1.x and 2.x write as <c>versioncreated</c> is
/// <c>versionCreated</c> in 3.x.
/// </summary>
internal sealed class NinjsObject
{
    private static readonly HashSet<string> FactsOfParts = new(StringComparer.OrdinalIgnoreCase)
    {
        "uri", "guid", "type", "href", "headline", "version", "versioncreated", "mimetype", "contenttype", "name",
    };

    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.OrdinalIgnoreCase);

    public NinjsObject(JsonElement json)
    {
        foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
            properties.TryAdd(property.Name, property.Value);
    }

    public IEnumerable<string> Names => properties.Keys;

    public bool Has(string name) => properties.ContainsKey(name);

    /// <summary>The first text or number under one of the names, trimmed; <c>null</c> where all are missing, empty or something
    /// else.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (properties.TryGetValue(name, out var value) && TextOf(value) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    /// <summary>
    /// The objects under one of the names: those of a list (2.x, 3.x), those that a mapping holds (<c>associations</c> in 1.x), or a single
    /// one.
    /// </summary>
    public IEnumerable<NinjsObject> Objects(params IEnumerable<string> names) =>
        names.Where(properties.ContainsKey).SelectMany(name => Members(properties[name]))
            .Where(member => member.ValueKind == JsonValueKind.Object).Select(member => new NinjsObject(member));

    /// <summary>
    /// The parts that a mapping or a list holds (<c>associations</c>, <c>renditions</c>): lists inside it are flattened, and what is no
    /// object (<c>null</c>, the name of an item) is passed over.
    /// </summary>
    public IEnumerable<NinjsObject> Parts(string name) =>
        properties.TryGetValue(name, out var value) ? PartsIn(value).Select(part => new NinjsObject(part)) : [];

    // A part has facts of its own; a mapping has only parts.
    private static IEnumerable<JsonElement> PartsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(PartsIn),
        JsonValueKind.Object when value.EnumerateObject().Any(IsFact) => [value],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => PartsIn(property.Value)),
        _ => [],
    };

    private static bool IsFact(JsonProperty property) =>
        property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number && FactsOfParts.Contains(property.Name);

    /// <summary>The texts of a list of texts, or a single one.</summary>
    public IEnumerable<string> Texts(string name) =>
        !properties.TryGetValue(name, out var value) ? []
        : (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).Select(TextOf).OfType<string>()
            .Where(text => text.Length > 0);

    private static IEnumerable<JsonElement> Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when value.EnumerateObject().All(property => property.Value.ValueKind == JsonValueKind.Object) =>
            value.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Object => [value],
        _ => [],
    };

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
