using System.Text.Json.Serialization;

namespace Pipeline.Storage.Backup;

/// <summary>What a backup holds. It is written last: a backup without it is not whole.</summary>
/// <param name="At">When the backup was begun.</param>
/// <param name="Rows">How many rows each table has.</param>
/// <param name="Bodies">The bodies of articles that are too large for a table, by their names in the overflow container.</param>
public sealed record BackupManifest(DateTimeOffset At, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<string> Bodies)
{
    /// <summary>Its name in the backup.</summary>
    public const string Name = "manifest.json";

    /// <summary>The name of a table's rows, a line each.</summary>
    internal static string TableName(string table) => $"{table}.jsonl.gz";
}

/// <summary>How the manifest is written.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
