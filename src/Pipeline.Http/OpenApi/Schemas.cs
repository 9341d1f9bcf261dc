using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>JSON Schemas, taken from the types that answers are written from.</summary>
internal static class Schemas
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode =
            (context, schema) => Moment(context.TypeInfo.Type) ?? (schema is JsonObject type ? WithoutMissing(type) : schema),
    };

    /// <summary>The schema of each type that an answer is written from, by name.</summary>
    public static JsonObject Write(IReadOnlyList<PipelineRoute> routes) => new(routes
        .SelectMany(route => new[] { route.Answer.Body, route.Answer.Beside })
        .OfType<Type>()
        .Distinct()
        .OrderBy(Name, StringComparer.Ordinal)
        .Select(type => KeyValuePair.Create<string, JsonNode?>(
            Name(type), Rooted(EndpointJson.Options.GetJsonSchemaAsNode(type, Exporting), Name(type)))));

    public static JsonObject DescribeType(Answer answer) => answer.Beside is { } beside
        ? new JsonObject { ["allOf"] = new JsonArray(Reference(answer.Body!), Reference(beside)) }
        : Reference(answer.Body!);

    public static JsonObject DescribeType(ParameterSchema schema)
    {
        var value = JsonSerializer.SerializeToNode(schema, EndpointJson.Options)!.AsObject();
        value.Remove("isList");
        return schema.IsList ? new JsonObject { ["type"] = "array", ["items"] = value } : value;
    }

    /// <summary>RFC 9457.</summary>
    public static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status", "detail"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["parameter"] = new JsonObject { ["type"] = "string" },
        },
    };

    // A moment has a converter of its own, which tells the exporter nothing.
    private static JsonObject? Moment(Type type) =>
        type == typeof(DateTimeOffset) ? new() { ["type"] = "string", ["format"] = "date-time" }
        : type == typeof(DateTimeOffset?) ? new() { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" }
        : null;

    // A value that is missing is left out, so what may be null is never required.
    private static JsonObject WithoutMissing(JsonObject type)
    {
        if (type["required"] is JsonArray required && type["properties"] is JsonObject properties)
            type["required"] = new JsonArray(
                [.. required.Where(name => !MayBeNull(properties[(string)name!]!)).Select(name => name!.DeepClone())]);
        return type;
    }

    // A type that occurs twice is described where it occurs first; the exporter points there from the schema's own root.
    private static JsonNode Rooted(JsonNode schema, string name)
    {
        IEnumerable<JsonNode?> parts = schema switch
        {
            JsonObject type => type.Select(pair => pair.Value).ToList(),
            JsonArray list => list,
            _ => [],
        };
        foreach (var part in parts.OfType<JsonNode>())
            Rooted(part, name);
        if (schema is JsonObject reference && reference["$ref"] is JsonValue place && (string)place! is ['#', .. var inner])
            reference["$ref"] = $"#/components/schemas/{name}{inner}";
        return schema;
    }

    private static bool MayBeNull(JsonNode schema) => new[] { schema.AsObject()["type"], schema["enum"] }
        .OfType<JsonArray>().Any(values => values.Any(value => value is null || value.ToJsonString() == "\"null\""));

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/components/schemas/{Name(type)}" };

    private static string Name(Type type) =>
        type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + Name(type.GenericTypeArguments[0])
            : type.Name;
}
