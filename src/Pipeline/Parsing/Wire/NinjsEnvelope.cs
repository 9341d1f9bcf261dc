using System.Text.Json;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Finds the items in what systems ship ninjs in: a list, an answer of Superdesk (<c>_items</c>) or of AP's Media API (<c>data.item</c>),
/// an object with <c>item</c> or <c>items</c>.
/// </summary>
internal static class NinjsEnvelope
{
    private static readonly string[] Names = ["_items", "items", "item", "data", "results"];

    // Answers wrap their items at most three times.
    private const int MaxDepth = 5;

    /// <summary>
    /// The members in their order, each as an item or as <c>null</c> for what stands among items and is none; empty where there is no
    /// item at all.
    /// </summary>
    public static IReadOnlyList<NinjsObject?> Unwrap(IEnumerable<JsonElement> values)
    {
        var members = values.SelectMany(value => Members(value, 0)).ToList();
        return members.Exists(member => member is not null) ? members : [];
    }

    private static IEnumerable<NinjsObject?> Members(JsonElement value, int depth)
    {
        if (depth > MaxDepth)
            return [null];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(member => Members(member, depth + 1));
        if (value.ValueKind != JsonValueKind.Object)
            return [null];
        var item = new NinjsObject(value);
        if (NinjsParser.IsNinjs(item))
            return [item];
        var inside = Names.Where(
            name => value.TryGetProperty(name, out var held) && held.ValueKind is JsonValueKind.Object or JsonValueKind.Array).ToList();
        return inside.Count == 0 ? [null] : inside.SelectMany(name => Members(value.GetProperty(name), depth + 1));
    }
}
