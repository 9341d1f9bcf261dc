using System.Text.Json;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The body in the data that a page carries for its own script, as Next.js and Nuxt pages do: for pages that show none.</summary>
internal static class EmbeddedBody
{
    private const int MinLength = 140;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "body", "content", "contenthtml", "bodyhtml", "content_html", "body_html", "text", "articlebody", "rendered",
        "post_content", "htmlcontent", "fulltext",
        "maintext", "story", "articletext", "copy", "inhalt", "contenu", "corps", "texte", "contenido", "cuerpo", "texto",
        "conteudo", "corpo", "testo", "contenuto",
    };

    /// <summary>The longest text under a name for bodies, as HTML, where it stands beside the article's title if any does; <c>null</c>
    /// where there is none.</summary>
    public static string? Find(EmbeddedData data, string? title)
    {
        var found = data.Roots.SelectMany(root => Texts(root, title, isTitled: false)).ToList();
        return found.Count == 0 ? null : found.MaxBy(text => (text.IsTitled, text.Html.Length)).Html;
    }

    private static IEnumerable<(string Html, bool IsTitled)> Texts(JsonElement node, string? title, bool isTitled)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            if (EmbeddedBlocks.Read(node) is { } blocks)
                yield return (blocks, isTitled);
            foreach (var found in node.EnumerateArray().SelectMany(child => Texts(child, title, isTitled)))
                yield return found;
        }

        if (node.ValueKind != JsonValueKind.Object)
            yield break;
        var properties = node.EnumerateObject().ToList();
        isTitled = isTitled || EmbeddedData.IsTitled(node, title);
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
}
