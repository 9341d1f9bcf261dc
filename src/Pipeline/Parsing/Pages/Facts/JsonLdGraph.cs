using System.Text.Json;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>
/// All JSON-LD of a page as one graph: <c>@graph</c>, arrays and nested nodes are found wherever they stand, and a value
/// that only names an <c>@id</c> is the node of that name (JSON-LD 1.1, node references).
/// </summary>
internal sealed class JsonLdGraph
{
    private static readonly string[] ArticleEndings = ["Article", "Posting", "Report"];

    private readonly List<JsonElement> nodes = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    public JsonLdGraph(IEnumerable<JsonElement?> roots)
    {
        foreach (var root in roots.OfType<JsonElement>())
            Collect(root);
        Article = nodes.Select(node => (JsonElement?)node).Where(node => Rank(node!.Value) > 0).MaxBy(node => Rank(node!.Value));
    }

    /// <summary>The node that describes the page's article; <c>null</c> where none does.</summary>
    public JsonElement? Article { get; }

    /// <summary>The property's values: lists are laid flat, references followed.</summary>
    public IEnumerable<JsonElement> Values(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value)
            ? (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).Select(Resolved)
            : [];

    public IEnumerable<string> Texts(JsonElement node, string property) => Values(node, property).Select(TextOf).OfType<string>();

    public string? Text(JsonElement node, string property) => Texts(node, property).FirstOrDefault();

    public string? Link(JsonElement node, string property) => Values(node, property).Select(LinkOf).OfType<string>().FirstOrDefault();

    /// <summary>What a person would read in the value: the text itself, or what the node is called.</summary>
    public string? TextOf(JsonElement value) => Scalar(value) ?? Text(value, ["@value", "name"]);

    /// <summary>Where the value points: the text itself, or the node's address.</summary>
    public string? LinkOf(JsonElement value) => Scalar(value) ?? Text(value, ["url", "contentUrl", "@id"]);

    private static string? Text(JsonElement node, ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) && Scalar(FirstOf(value)) is { } text)
                return text;
        }

        return null;
    }

    private static JsonElement FirstOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;

    private static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private JsonElement Resolved(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Text(value, ["@id"]) is { } id && value.EnumerateObject().Count() == 1 && byId.TryGetValue(id, out var node)
            ? node
            : value;

    private void Collect(JsonElement root)
    {
        var pending = new Stack<JsonElement>([root]);
        while (pending.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Object)
                Keep(next);
            IEnumerable<JsonElement> children = next.ValueKind switch
            {
                JsonValueKind.Object => next.EnumerateObject().Select(property => property.Value),
                JsonValueKind.Array => next.EnumerateArray(),
                _ => [],
            };
            foreach (var child in children.Reverse())
                pending.Push(child);
        }
    }

    private void Keep(JsonElement node)
    {
        nodes.Add(node);
        if (node.EnumerateObject().Count() > 1 && Text(node, ["@id"]) is { } id)
            byId.TryAdd(id, node);
    }

    // The relatives of Article in schema.org all end alike; a page node with a date is better than nothing.
    private int Rank(JsonElement node)
    {
        var types = Texts(node, "@type").ToList();
        if (types.Exists(type => ArticleEndings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal))))
            return Text(node, ["headline", "articleBody"]) is not null ? 3 : 2;
        return types.Exists(type => type.EndsWith("WebPage", StringComparison.Ordinal)) && Text(node, ["datePublished"]) is not null ? 1 : 0;
    }
}
