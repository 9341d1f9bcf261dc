using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Http.OpenApi;

/// <summary>What generators need to know of a plain value: its width, and the names that it may have.</summary>
internal static class SchemaFormats
{
    // A moment has a converter of its own, which tells the exporter nothing.
    private static readonly Dictionary<Type, (string Type, string Format)> Formats = new()
    {
        [typeof(DateTimeOffset)] = ("string", "date-time"),
        [typeof(int)] = ("integer", "int32"),
        [typeof(long)] = ("integer", "int64"),
        [typeof(double)] = ("number", "double"),
    };

    public static JsonObject Write(Type type, JsonNode schema)
    {
        if (Formats.TryGetValue(type, out var known))
            return new() { ["type"] = known.Type, ["format"] = known.Format };
        var described = schema as JsonObject ?? [];
        // What a value is where it is missing: nothing.
        described.Remove("default");
        if (described["type"] is JsonArray types)
            described["type"] = types.Select(name => (string)name!).First(name => name != "null");
        return described;
    }

    /// <summary>The names, and behind the description what each of them means.</summary>
    public static JsonObject WriteEnum(Type type, XmlDocumentation documentation)
    {
        var names = Enum.GetNames(type).ToDictionary(name => name, JsonNamingPolicy.CamelCase.ConvertName);
        var meanings = names.Where(name => documentation.FindValue(type, name.Key) is not null)
            .Select(name => $"`{name.Value}`: {documentation.FindValue(type, name.Key)}");
        return new()
        {
            ["type"] = "string",
            ["description"] = string.Join(' ', meanings.Prepend(documentation.Find(type) ?? type.Name)),
            ["enum"] = new JsonArray([.. names.Values.Select(name => (JsonNode)name)]),
        };
    }
}
