using System.Text.Json.Nodes;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>What a route takes from its path, with a value that could stand there.</summary>
internal static class PathParameters
{
    private static readonly Dictionary<string, (string Description, string Example)> Known = new(StringComparer.Ordinal)
    {
        ["id"] = ("The id of an article or a cluster, 26 characters.", "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ["revision"] = ("The number of a revision, from 1.", "1"),
        ["path"] = ("A file's path below the container, its slashes escaped or not.", "coast-notes/notes.atom"),
        ["token"] = ("What opens it in place of a key.", "h0vQq5bN3cF2mXr8Yt1uWk"),
        ["file"] = ("A file of the page.", "reader.js"),
    };

    public static IEnumerable<JsonNode> Write(PipelineRoute route) => Names(route).Select(name => (JsonNode)new JsonObject
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["description"] = Known.GetValueOrDefault(name).Description ?? $"The {name}.",
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = Known.GetValueOrDefault(name).Example ?? name,
    });

    private static IEnumerable<string> Names(PipelineRoute route) =>
        route.Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);
}
