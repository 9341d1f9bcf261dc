using System.Text.Json;
using AngleSharp.Dom;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The data that a page carries for its own script. It is taken before scripts are removed from the page, and read only where the
/// page itself does not say enough.</summary>
internal sealed class EmbeddedData
{
    private const int MaxScriptLength = 5_000_000;
    private const int MinLength = 40;
    private const int MinTitle = 15;

    // Some systems keep a title in several forms.
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "title", "headline", "headlines" };

    private readonly Lazy<IReadOnlyList<JsonElement>> roots;

    public EmbeddedData(IDocument document)
    {
        var scripts = document.QuerySelectorAll("script").Where(
            script => script.GetAttribute("type")?.EndsWith("ld+json", StringComparison.OrdinalIgnoreCase) != true)
            .Select(script => script.TextContent).Where(text => text.Length <= MaxScriptLength).ToList();
        roots = new(() => Read([.. scripts.Select(text => text.TrimStart())]));
    }

    /// <summary>The values that the scripts hold.</summary>
    public IReadOnlyList<JsonElement> Roots => roots.Value;

    /// <summary>True for an object that holds the article's title.</summary>
    public static bool IsTitled(JsonElement node, string? title) =>
        title is not null && node.EnumerateObject().Any(
            property => IsTitle(property.Value, title) || (property.Value.ValueKind == JsonValueKind.Object
                && Titles.Contains(property.Name) && property.Value.EnumerateObject().Any(part => IsTitle(part.Value, title))));

    private static bool IsTitle(JsonElement value, string title) =>
        value.ValueKind == JsonValueKind.String && IsTitle(value.GetString()!, title);

    // A page's own title may have the site's name behind it.
    private static bool IsTitle(string text, string title) =>
        text == title || (text.Length >= MinTitle && title.StartsWith(text, StringComparison.Ordinal)
            && title.AsSpan(text.Length).TrimStart() is [var next, ..] && !char.IsLetterOrDigit(next));

    private static IReadOnlyList<JsonElement> Read(List<string> scripts) =>
    [
        .. scripts.Where(text => text.Length >= MinLength && !NextStream.IsPiece(text)).SelectMany(ScriptData.FindAll)
            .Concat(NextStream.Rows(scripts.Where(NextStream.IsPiece))).Select(
                data => LenientJson.Parse(data) ?? LenientJson.Parse(ScriptLiteral.ToJson(data))).OfType<JsonElement>()
            .Select(NuxtPayload.Resolve),
    ];
}
