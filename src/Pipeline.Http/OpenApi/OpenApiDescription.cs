using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>Writes the table of routes as OpenAPI 3.1: what is not in the table is not described, and nothing else is served.</summary>
internal static class OpenApiDescription
{
    public static JsonObject Write(IReadOnlyList<PipelineRoute> routes) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Pipeline",
            ["version"] = "1",
            ["description"] = "A clean, deduplicated, enriched stream of articles. Poll /api/changes with the cursor of the poll before.",
        },
        ["paths"] = Paths(routes),
        ["components"] = new JsonObject
        {
            ["schemas"] = Schemas.Write(routes),
            ["securitySchemes"] = new JsonObject
            {
                ["header"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = KeyCheck.HeaderName },
                ["query"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = KeyCheck.QueryName },
            },
        },
    };

    private static JsonObject Paths(IReadOnlyList<PipelineRoute> routes) => Object(routes.GroupBy(route => route.Path)
        .Select(path => (path.Key, (JsonNode)Object(path.Select(route => (Verb(route), (JsonNode)Operation(route)))))));

    private static string Verb(PipelineRoute route) => route.Method.ToLowerInvariant();

    private static JsonObject Operation(PipelineRoute route) => new()
    {
        ["operationId"] = route.Name,
        ["summary"] = route.Summary,
        ["security"] = route.Access == Access.Anyone
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["header"] = new JsonArray() }, new JsonObject { ["query"] = new JsonArray() }),
        ["parameters"] = new JsonArray([.. PathNames(route).Select(PathParameter), .. route.Parameters.Select(QueryParameter)]),
        ["responses"] = Responses(route),
    };

    private static IEnumerable<string> PathNames(PipelineRoute route) =>
        route.Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);

    private static JsonNode PathParameter(string name) => new JsonObject
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonNode QueryParameter(Parameter parameter) => new JsonObject
    {
        ["name"] = parameter.Name,
        ["in"] = "query",
        ["required"] = parameter.IsRequired,
        ["description"] = parameter.Description,
        ["explode"] = false,
        ["schema"] = Schemas.DescribeType(parameter.Schema),
    };

    private static JsonObject Responses(PipelineRoute route)
    {
        var responses = new JsonObject { [Code(route.Answer.Status)] = Success(route.Answer) };
        if (HttpMethods.IsGet(route.Method))
            responses["304"] = new JsonObject { ["description"] = "Nothing has changed since the entity tag in If-None-Match." };
        foreach (var problems in ProblemsOf(route).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
            responses[Code(problems.Key)] = Problem(problems);
        return responses;
    }

    // What every route shares, then its own.
    private static IEnumerable<ProblemType> ProblemsOf(PipelineRoute route) =>
    [
        ProblemTypes.UnknownParameter,
        .. route.Parameters.Count > 0 ? (ProblemType[])[ProblemTypes.BadParameter] : [],
        .. route.Access != Access.Anyone ? (ProblemType[])[ProblemTypes.KeyMissing] : [],
        .. route.Access == Access.Admin ? (ProblemType[])[ProblemTypes.KeyTooWeak, ProblemTypes.ForeignOrigin] : [],
        .. route.Problems,
        ProblemTypes.TooManyRequests,
        ProblemTypes.Fault,
        ProblemTypes.StoreUnreachable,
    ];

    private static JsonObject Success(Answer answer) => new()
    {
        ["description"] = answer.Description,
        ["content"] = new JsonObject
        {
            [answer.MediaType] =
            answer.Body is null ? new JsonObject() : new JsonObject { ["schema"] = Schemas.DescribeType(answer) }
        },
    };

    private static JsonObject Problem(IEnumerable<ProblemType> problems) => new()
    {
        ["description"] = string.Join(" ", problems.Select(problem => $"{problem.Title} (`{problem.Uri}`).")),
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Schemas.Problem() } },
    };

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Value)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value)));
}
