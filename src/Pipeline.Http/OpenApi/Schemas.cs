using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>
/// JSON Schemas, taken from the types that answers are written from. Each type is one component, and whatever has it points there. What
/// is missing is left out of an answer and never <c>null</c>, so no schema allows <c>null</c>, and what cannot be missing is required.
/// </summary>
internal sealed class Schemas
{
    private readonly JsonSchemaExporterOptions exporting;
    private readonly XmlDocumentation documentation = new([typeof(EndpointJson).Assembly, typeof(Pipeline.Articles.Article).Assembly]);
    private readonly SortedDictionary<string, JsonNode?> components = new(StringComparer.Ordinal);
    private readonly Queue<Type> due = [];
    private readonly HashSet<Type> known = [];

    public Schemas() => exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>Every component that was pointed to so far, and what these point to.</summary>
    public JsonObject WriteComponents()
    {
        while (due.TryDequeue(out var type))
            components[SchemaNames.Name(type)] = Write(type);
        components[SchemaNames.Problem] = ProblemSchema.Write();
        return new JsonObject(components);
    }

    public JsonObject Refer(Type type)
    {
        if (known.Add(type))
            due.Enqueue(type);
        return new() { ["$ref"] = SchemaNames.Reference(SchemaNames.Name(type)) };
    }

    /// <summary>A parameter's values, with those that are named as a component.</summary>
    public JsonObject DescribeParameter(ParameterSchema schema)
    {
        var value = schema.EnumType is { } type ? Refer(type) : DescribeValue(schema);
        if (schema.EnumName is { } name)
        {
            components[name] = value;
            value = new() { ["$ref"] = SchemaNames.Reference(name) };
        }

        return schema.IsList ? new JsonObject { ["type"] = "array", ["items"] = value } : value;
    }

    private static JsonObject DescribeValue(ParameterSchema schema)
    {
        var value = JsonSerializer.SerializeToNode(schema, EndpointJson.Options)!.AsObject();
        foreach (var own in new[] { "isList", "enumName", "enumType" })
            value.Remove(own);
        return value;
    }

    private JsonNode Write(Type type) => type.GetCustomAttribute<WrittenFromAttribute>() is { } parts
        ? Merge(type, parts)
        : EndpointJson.Options.GetJsonSchemaAsNode(type, exporting);

    private JsonObject Merge(Type type, WrittenFromAttribute parts)
    {
        var (properties, required) = (new JsonObject(), new List<string>());
        foreach (var part in parts.Types.Select(part => EndpointJson.Options.GetJsonSchemaAsNode(part, exporting).AsObject()))
        {
            foreach (var (name, schema) in part["properties"]!.AsObject().Where(pair => !properties.ContainsKey(pair.Key)).ToList())
            {
                properties[name] = schema!.DeepClone();
                if (part["required"]?.AsArray().Any(needed => (string?)needed == name) == true)
                    required.Add(name);
            }
        }

        required = parts.Always.Length > 0 ? [.. parts.Always] : required;
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = documentation.Find(type),
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        };
    }

    private JsonObject Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isRoot = context.Path.Length == 0;
        var described = isRoot ? DescribeRoot(context, type, schema.AsObject())
            : IsComponent(context.TypeInfo, type) ? Refer(type)
            : SchemaFormats.Write(type, schema);
        if (!isRoot && context.PropertyInfo?.AttributeProvider is PropertyInfo property && documentation.Find(property) is { } text)
            described["description"] = text;
        return described;
    }

    private JsonObject DescribeRoot(JsonSchemaExporterContext context, Type type, JsonObject schema)
    {
        if (type.IsEnum)
            return SchemaFormats.WriteEnum(type, documentation);
        schema.Remove("required");
        schema["type"] = "object";
        if (documentation.Find(type) is { } text)
            schema["description"] = text;
        var required = context.TypeInfo.Properties.Where(property => property.Get is not null && !MayBeMissing(property))
            .Select(property => (JsonNode)property.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    private static bool IsComponent(JsonTypeInfo info, Type type) =>
        type.IsEnum || (info.Kind == JsonTypeInfoKind.Object && type != typeof(object));

    private static bool MayBeMissing(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsGetNullable;
}
