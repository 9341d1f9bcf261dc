using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Http.Answers;

namespace Pipeline.Http.Export;

/// <summary>A line of an export of the log.</summary>
internal static class ExportedLine
{
    /// <param name="change">The line of the log.</param>
    /// <param name="article">Its article, with the fields that were asked for.</param>
    /// <param name="cursor">What to go on from behind this line; a poll may take it as <c>since</c> too.</param>
    public static JsonObject FromChange(ArticleChange change, JsonObject article, string cursor) => new()
    {
        ["cursor"] = cursor,
        ["sequence"] = change.Sequence,
        ["kind"] = JsonSerializer.SerializeToNode(change.Kind, EndpointJson.Options),
        ["at"] = JsonSerializer.SerializeToNode(change.At, EndpointJson.Options),
        ["article"] = article,
    };
}
