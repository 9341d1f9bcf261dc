using System.Text.Json;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>As much of JSON Schema as the description uses.</summary>
internal static class SchemaAssert
{
    /// <summary>The value has the schema's types, its required properties, and no property that the schema does not name.</summary>
    public static void Fits(JsonElement schema, JsonElement schemas, JsonElement value, string where)
    {
        var parts = Parts(schema, schemas).ToList();
        foreach (var part in parts.Where(part => part.ValueKind == JsonValueKind.Object))
            FitsType(part, value, where);
        if (value.ValueKind == JsonValueKind.Array && Of(parts, "items") is { } items)
            foreach (var item in value.EnumerateArray())
                Fits(items, schemas, item, where + "[]");
        if (value.ValueKind == JsonValueKind.Object)
            FitsObject(parts, schemas, value, where);
    }

    private static IEnumerable<JsonElement> Parts(JsonElement schema, JsonElement schemas)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [schema];
        if (schema.TryGetProperty("$ref", out var reference))
            return Parts(reference.GetString()!.Split('/').Skip(3).Aggregate(schemas, (place, name) => place.GetProperty(name)), schemas);
        // Where an answer may be one of two, what is asked for here is the first.
        return schema.TryGetProperty("anyOf", out var any) ? Parts(any[0], schemas) : [schema];
    }

    private static void FitsType(JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("enum", out var names))
            Assert.Contains(value.GetString(), names.EnumerateArray().Select(name => name.GetString()));
        if (!schema.TryGetProperty("type", out var type))
            return;
        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()) : [type.GetString()];
        Assert.True(allowed.Any(name => Is(name!, value)), $"{where}: {value.ValueKind} is not {type}");
    }

    private static bool Is(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };

    private static void FitsObject(IReadOnlyList<JsonElement> parts, JsonElement schemas, JsonElement value, string where)
    {
        foreach (var name in parts.SelectMany(part => part.TryGetProperty("required", out var required) ? required.EnumerateArray() : []))
            Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{where}: {name} is missing");
        // What only says that it is an object may have anything in it.
        if (Of(parts, "properties") is null && Of(parts, "additionalProperties") is null)
            return;
        foreach (var property in value.EnumerateObject())
        {
            var schema = parts.Select(part => Of([part], "properties") is { } named && named.TryGetProperty(property.Name, out var known)
                ? known : Of([part], "additionalProperties"))
                .FirstOrDefault(known => known is not null);
            Assert.True(schema is not null, $"{where}: {property.Name} is not described");
            Fits(schema.Value, schemas, property.Value, $"{where}.{property.Name}");
        }
    }

    private static JsonElement? Of(IEnumerable<JsonElement> parts, string keyword) => parts
        .Where(part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty(keyword, out _))
        .Select(part => (JsonElement?)part.GetProperty(keyword)).FirstOrDefault();
}
