using System.Text.Json;
using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The body in the data that a page carries for its own script, as Next.js and Nuxt pages do: for pages that show none.</summary>
internal static class EmbeddedBody
{
    private const int MaxScriptLength = 5_000_000;
    private const int MinLength = 140;
    private const int MinBlocks = 3;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "body", "content", "contenthtml", "bodyhtml", "content_html", "body_html", "text", "articlebody", "rendered",
        "post_content", "htmlcontent", "fulltext",
        "maintext", "story", "articletext", "copy",
    };

    /// <summary>The longest text under a name for bodies, as HTML, where it stands beside the article's title if any does; <c>null</c>
    /// where there is none.</summary>
    public static string? Find(IReadOnlyList<string> scripts, string? title)
    {
        var found = scripts.Select(LenientJson.Parse).OfType<JsonElement>().SelectMany(root => Texts(root, title, isTitled: false))
            .ToList();
        return found.Count == 0 ? null : found.MaxBy(text => (text.IsTitled, text.Html.Length)).Html;
    }

    /// <summary>The scripts of data in a page; they are taken before scripts are removed from it.</summary>
    public static IReadOnlyList<string> ScriptsOf(IDocument document)
    {
        var scripts = document.QuerySelectorAll("script").Where(
            script => script.GetAttribute("type")?.EndsWith("ld+json", StringComparison.OrdinalIgnoreCase) != true)
            .Select(script => script.TextContent.TrimStart()).Where(text => text.Length <= MaxScriptLength).ToList();
        return
        [
            .. scripts.Where(text => text.Length >= MinLength).SelectMany(DataIn), .. NextStream.Rows(scripts.Where(NextStream.IsPiece)),
        ];
    }

    private static IEnumerable<string> DataIn(string start)
    {
        if (start.StartsWith('{') || start.StartsWith('['))
            return [start];
        var assignment = start.IndexOf('{', StringComparison.Ordinal);
        return assignment is > 0 and < 120 && start[..assignment].Contains("window.", StringComparison.Ordinal) ? [start[assignment..]]
            : [];
    }

    private static IEnumerable<(string Html, bool IsTitled)> Texts(JsonElement node, string? title, bool isTitled)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            if (Blocks(node) is { } blocks)
                yield return (blocks, isTitled);
            foreach (var found in node.EnumerateArray().SelectMany(child => Texts(child, title, isTitled)))
                yield return found;
        }

        if (node.ValueKind != JsonValueKind.Object)
            yield break;
        var properties = node.EnumerateObject().ToList();
        isTitled = isTitled || title is not null
            && properties.Exists(property => property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() == title);
        foreach (var property in properties)
        {
            if (property.Value.ValueKind == JsonValueKind.String && Names.Contains(property.Name)
                && Html(property.Value.GetString()!) is { } html)
                yield return (html, isTitled);
            foreach (var found in Texts(property.Value, title, isTitled))
                yield return found;
        }
    }

    private static string? Html(string text) =>
        text.Length < MinLength ? null
        : text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase)
            ? WireText.FromHtml(text)
            : text.Contains('\n', StringComparison.Ordinal) && !text.Contains('{', StringComparison.Ordinal) ? WireText.FromPlain(text)
            : null;

    // Editors of blocks keep a paragraph each: [{"type": "paragraph", "text": "…"}, …].
    private static string? Blocks(JsonElement list)
    {
        var texts = list.EnumerateArray().Select(block => block.ValueKind == JsonValueKind.Object
            && block.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString()!.Contains("paragraph", StringComparison.OrdinalIgnoreCase)
            ? TextOf(block) : null).OfType<string>().ToList();
        return texts.Count >= MinBlocks && texts.Sum(text => text.Length) >= MinLength
            ? string.Concat(
                texts.Select(text => text.Contains('<', StringComparison.Ordinal) ? $"<p>{text}</p>" : WireText.FromPlain(text)))
            : null;
    }

    private static string? TextOf(JsonElement block)
    {
        foreach (var name in (string[])["html", "text", "content", "value"])
        {
            if (block.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        }

        return block.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? TextOf(data) : null;
    }
}
