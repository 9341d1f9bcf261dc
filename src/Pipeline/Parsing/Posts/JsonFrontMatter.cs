using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Posts;

/// <summary>Reads JSON, with or without the outer braces, which Hexo leaves out between its <c>;;;</c> fences.</summary>
internal static class JsonFrontMatter
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static FrontMatterReading Read(FencedPost post)
    {
        var text = LenientJson.MendSurrogates(post.Header.TrimStart().StartsWith('{') ? post.Header : "{" + post.Header + "}");
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return new FrontMatterReading(Mapping(document.RootElement));
        }
        catch (JsonException exception)
        {
            return new FrontMatterReading(
                null, $"line {post.HeaderLine + (exception.LineNumber ?? 0)}: the object breaks off or has a mark too many");
        }
    }

    // Not JsonNode.Parse: it throws, late, for a key that is there twice.
    private static JsonObject Mapping(JsonElement element)
    {
        var mapping = new JsonObject();
        foreach (var property in element.EnumerateObject())
            mapping[FrontMatter.Key(property.Name)] = Node(property.Value);
        return mapping;
    }

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Mapping(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
        JsonValueKind.Null => null,
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        _ => JsonValue.Create(element.GetRawText()),
    };
}
