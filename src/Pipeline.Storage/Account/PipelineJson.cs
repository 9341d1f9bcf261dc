using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Subscriptions;

namespace Pipeline.Storage.Account;

/// <summary>How the pipeline's records are written to storage: camelCase, nothing for <c>null</c>; generated, so that a cold start compiles
/// no serialiser.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EntryMessage))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleSummary))]
[JsonSerializable(typeof(CatalogEntry))]
[JsonSerializable(typeof(Cluster))]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(EntryFate))]
[JsonSerializable(typeof(IReadOnlyList<EntryFate>))]
[JsonSerializable(typeof(HourStatistics))]
[JsonSerializable(typeof(SubscriptionState))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class PipelineJson : JsonSerializerContext;
