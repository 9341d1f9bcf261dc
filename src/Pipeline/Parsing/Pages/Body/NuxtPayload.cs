using System.Buffers;
using System.Text.Json;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// The data of a Nuxt 3 page: a flat list, in which each object and each list holds the places of its values (the format of the library
/// devalue).
/// </summary>
internal static class NuxtPayload
{
    // A value may be named by many others, and by itself.
    private const int MaxValues = 50_000;
    private const int MaxDepth = 60;
    private const int MaxBytes = 10_000_000;

    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "Reactive", "ShallowReactive", "Ref", "ShallowRef", "Island", "Date", "NuxtError", "Object",
    };

    /// <summary>The data put together; what is no such list as it is.</summary>
    public static JsonElement Resolve(JsonElement root) => IsPayload(root) ? PutTogether(root) ?? root : root;

    private static bool IsPayload(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 2
            && (IsWrapper(root[0]) || (root[0].ValueKind == JsonValueKind.Object
                && root[0].EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.Number)));

    private static bool IsWrapper(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && value[0].ValueKind == JsonValueKind.String
            && Wrappers.Contains(value[0].GetString()!);

    private static JsonElement? PutTogether(JsonElement root)
    {
        JsonElement[] values = [.. root.EnumerateArray()];
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        var written = 0;
        Write(0, 0);
        writer.Flush();
        if (written > MaxValues)
            return null;
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);

        void Write(int place, int depth)
        {
            if (place < 0 || place >= values.Length || depth > MaxDepth || ++written > MaxValues
                || writer.BytesCommitted + writer.BytesPending > MaxBytes)
                writer.WriteNullValue();
            else
                WriteValue(values[place], depth);
        }

        void WriteValue(JsonElement value, int depth)
        {
            if (IsWrapper(value))
            {
                if (value[1].ValueKind == JsonValueKind.Number)
                    Write(Place(value[1]), depth + 1);
                else
                    value[1].WriteTo(writer);
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(Place(member.Value), depth + 1);
                }

                writer.WriteEndObject();
            }
            else if (value.ValueKind == JsonValueKind.Array)
            {
                writer.WriteStartArray();
                foreach (var member in value.EnumerateArray())
                    Write(Place(member), depth + 1);
                writer.WriteEndArray();
            }
            else
            {
                value.WriteTo(writer);
            }
        }
    }

    private static int Place(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var place) ? place : -1;
}
