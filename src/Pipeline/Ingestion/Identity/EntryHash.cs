using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>A hash over an entry as published: the same entry, read again, has the same.</summary>
internal static class EntryHash
{
    public static string ForEntry(Entry entry, string source) =>
        StableHash.Id(source, JsonSerializer.Serialize(entry, EntryHashJson.Default.Entry));
}

/// <summary>
/// The options whose bytes lie under every stored hash. They stay as they are, whatever becomes of the stored records: other bytes would
/// make every entry that is known look new.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Entry))]
internal sealed partial class EntryHashJson : JsonSerializerContext;
