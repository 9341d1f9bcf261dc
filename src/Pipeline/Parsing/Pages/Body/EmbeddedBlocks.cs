using System.Text.Json;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// A text that a page's data keeps as a list: of blocks (<c>{"type": "paragraph", "text": "…"}</c>, in the words of any editor), of plain
/// strings, or of elements as React streams them (<c>["$","p",null,{"children": "…"}]</c>).
/// </summary>
internal static class EmbeddedBlocks
{
    private const int MinLength = 140;
    private const int MinBlocks = 3;

    // Shorter strings in a list are names and tags.
    private const int MinString = 40;
    private const int MaxDepth = 12;

    private static readonly string[] Kinds = ["type", "__typename", "_type", "kind", "blockType", "component", "nodeType", "name"];

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "text", "block", "unstyled", "html", "richtext", "textblock", "bodytext", "blockquote", "quote",
    };

    private static readonly string[] Texts =
    [
        "html", "text", "content", "value", "children", "nodes", "data", "attributes", "attrs", "props",
    ];

    /// <summary>The list's paragraphs as HTML; <c>null</c> where it is no text.</summary>
    public static string? Read(JsonElement list)
    {
        var texts = list.EnumerateArray().Select(TextIn).OfType<string>().Where(text => text.Trim().Length > 0).ToList();
        return texts.Count >= MinBlocks && texts.Sum(text => text.Length) >= MinLength
            ? string.Concat(texts.Select(
                text => text.Contains("</", StringComparison.Ordinal) ? $"<p>{text}</p>" : WireText.FromPlain(text)))
            : null;
    }

    private static string? TextIn(JsonElement block) => block.ValueKind switch
    {
        JsonValueKind.String => block.GetString() is { Length: >= MinString } text && text.Contains(' ', StringComparison.Ordinal)
            && !text.Contains('{', StringComparison.Ordinal) ? text : null,
        JsonValueKind.Array => IsElement(block, "p") ? Inline(block[3], MaxDepth) : null,
        JsonValueKind.Object => Kinds.Any(kind => IsParagraph(block, kind)) ? TextOf(block, MaxDepth) : null,
        _ => null,
    };

    private static bool IsElement(JsonElement node, string name) =>
        node.GetArrayLength() == 4 && node[0].ValueKind == JsonValueKind.String && node[0].GetString() == "$"
            && node[1].ValueKind == JsonValueKind.String && (name.Length == 0 || node[1].GetString() == name);

    private static bool IsParagraph(JsonElement block, string kind) =>
        block.TryGetProperty(kind, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } name
            && (name.Contains("paragraph", StringComparison.OrdinalIgnoreCase) || Paragraphs.Contains(name));

    private static string? TextOf(JsonElement block, int depth)
    {
        foreach (var name in Texts)
        {
            if (block.TryGetProperty(name, out var value) && Inline(value, depth - 1) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    // Marks, links and breaks part a paragraph's text.
    private static string? Inline(JsonElement value, int depth) => depth == 0 ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !text.StartsWith('$') ? text : null,
        JsonValueKind.Array => IsElement(value, "") ? Inline(value[3], depth - 1)
            : string.Concat(value.EnumerateArray().Select(child => Inline(child, depth - 1))),
        JsonValueKind.Object => TextOf(value, depth),
        _ => null,
    };
}
