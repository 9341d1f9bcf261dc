using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Articles;

namespace Pipeline.Http.Answers;

/// <summary>Keeps of an article only the fields that a client asks for, and with them what every typed client needs.</summary>
internal static class FieldSelection
{
    private static readonly string[] Always = ["id", "state"];

    private static readonly HashSet<string> Listed = [.. NamesOf(typeof(ArticleSummary))];

    /// <summary>The fields there are, by their JSON names: those of lists, then those that only the article itself has.</summary>
    public static readonly IReadOnlyList<string> Known =
        [.. NamesOf(typeof(ArticleSummary)).Union(NamesOf(typeof(Article)), StringComparer.Ordinal)];

    /// <summary>The fields that lists have.</summary>
    public static IReadOnlyList<string> InLists { get; } = [.. Listed];

    /// <summary>Whether a list does not have all of them, so that the article must be read.</summary>
    public static bool NeedsWhole(IEnumerable<string> fields) => !fields.All(Listed.Contains);

    /// <param name="summary">As a list has it: what it says counts.</param>
    /// <param name="whole">The article itself; <c>null</c> where it is not needed, or not public.</param>
    /// <param name="fields">The fields, by their JSON names.</param>
    public static JsonObject SelectFrom(ArticleSummary summary, Article? whole, IReadOnlyCollection<string> fields)
    {
        var selected = JsonSerializer.SerializeToNode(summary, EndpointJson.Options)!.AsObject();
        foreach (var name in selected.Select(pair => pair.Key).Except(fields).Except(Always).ToList())
            selected.Remove(name);
        if (whole is not null && JsonSerializer.SerializeToNode(whole, EndpointJson.Options) is JsonObject rest)
            foreach (var (name, value) in rest.Where(pair => !Listed.Contains(pair.Key) && fields.Contains(pair.Key)).ToList())
                selected[name] = value?.DeepClone();
        return selected;
    }

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
}
