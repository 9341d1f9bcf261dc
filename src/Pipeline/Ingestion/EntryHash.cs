using System.Text.Json;
using Pipeline.Articles;

namespace Pipeline.Ingestion;

/// <summary>A hash over an entry as published: the same entry, read again, has the same.</summary>
internal static class EntryHash
{
    public static string Of(Entry entry, string source) =>
        StableHash.Id(source, JsonSerializer.Serialize(entry, PipelineJson.Default.Entry));
}
