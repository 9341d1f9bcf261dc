using System.Text.Json;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The date of the article in the data that a page carries for its own script: for pages that show none.</summary>
internal static class EmbeddedDate
{
    // The first publication before any other.
    private static readonly string[] Names =
    [
        "firstpublishedat", "firstpublished", "firstpublishdate", "firstpublisheddate", "datepublished", "publishedat", "published",
        "publishdate", "publisheddate", "publishedon", "publishedtime", "publishat", "publicationdate", "publicationtime", "pubdate",
        "datepublication", "releasedate", "displaydate", "postdate", "date", "createdat", "created",
    ];

    /// <summary>The date as it is written beside the article's title; <c>null</c> where none stands there.</summary>
    public static string? Find(EmbeddedData data, string? title) =>
        data.Roots.Select(root => Find(root, title)).FirstOrDefault(date => date is not null);

    private static string? Find(JsonElement node, string? title)
    {
        var children = node.ValueKind switch
        {
            JsonValueKind.Array => node.EnumerateArray().ToList(),
            JsonValueKind.Object => [.. node.EnumerateObject().Select(property => property.Value)],
            _ => [],
        };
        if (node.ValueKind == JsonValueKind.Object && EmbeddedData.IsTitled(node, title)
            && children.Prepend(node).Select(DateOf).FirstOrDefault(date => date is not null) is { } own)
            return own;
        return children.Select(child => Find(child, title)).FirstOrDefault(date => date is not null);
    }

    private static string? DateOf(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return null;
        var named = node.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(property => (Rank: Array.IndexOf(Names, Key(property.Name)), property.Value)).Where(property => property.Rank >= 0)
            .ToList();
        return named.Count == 0 ? null : named.MinBy(property => property.Rank).Value.ToString();
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
