using System.Text.Json.Nodes;
using Pipeline.Http.Problems;

namespace Pipeline.Http.OpenApi;

/// <summary>The shape of every problem (RFC 9457).</summary>
internal static class ProblemSchema
{
    public static JsonObject Write() => new()
    {
        ["type"] = "object",
        ["description"] = "What went wrong, after RFC 9457.",
        ["required"] = new JsonArray("type", "title", "status", "detail"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject
            {
                ["type"] = "string",
                ["format"] = "uri",
                ["description"] = "Which kind of problem. It never changes, so that a client can switch on it.",
            },
            ["title"] = Text("The same short sentence every time."),
            ["status"] = new JsonObject { ["type"] = "integer", ["format"] = "int32", ["description"] = "The HTTP status." },
            ["detail"] = Text("What is wrong this time, and what to do about it."),
            ["parameter"] = Text("The query or path parameter that is to blame."),
        },
    };

    public static JsonObject Example(ProblemType problem) => new()
    {
        ["type"] = problem.Uri,
        ["title"] = problem.Title,
        ["status"] = problem.Status,
        ["detail"] = "In words, what is wrong this time, and what to do about it.",
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
