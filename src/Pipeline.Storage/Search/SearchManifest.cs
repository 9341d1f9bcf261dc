using System.Text.Json.Serialization;

namespace Pipeline.Storage.Search;

/// <summary>Which snapshots make up the index, and how far it has come.</summary>
/// <param name="Version">Of the files' layout and of how texts are cut into tokens; another one is built anew.</param>
/// <param name="Sequence">The line of the log up to which the snapshots have come.</param>
/// <param name="Months">The blob of each month.</param>
internal sealed record SearchManifest(int Version, long Sequence, IReadOnlyDictionary<string, string> Months)
{
    public const int CurrentVersion = 1;
}

/// <summary>How the manifest is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchManifest))]
internal sealed partial class SearchJson : JsonSerializerContext;
