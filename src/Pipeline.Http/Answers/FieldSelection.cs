using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Articles;

namespace Pipeline.Http.Answers;

/// <summary>Keeps only the fields of a summary that a client asks for.</summary>
internal static class FieldSelection
{
    /// <summary>The fields there are, by their JSON names.</summary>
    public static readonly IReadOnlyList<string> Known =
        [.. typeof(ArticleSummary).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    public static JsonObject SelectFrom(ArticleSummary summary, IReadOnlyCollection<string> fields)
    {
        var whole = JsonSerializer.SerializeToNode(summary, EndpointJson.Options)!.AsObject();
        foreach (var name in whole.Select(pair => pair.Key).Except(fields).ToList())
            whole.Remove(name);
        return whole;
    }
}
