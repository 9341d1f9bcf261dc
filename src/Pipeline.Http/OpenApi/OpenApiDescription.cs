using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;

namespace Pipeline.Http.OpenApi;

/// <summary>Writes the table of routes as OpenAPI 3.1: what is not in the table is not described, and nothing else is served.</summary>
internal static class OpenApiDescription
{
    private static readonly IReadOnlyList<(string Name, string Description)> Tags =
    [
        ("Articles", "Lists of articles, one of them, its revisions and how texts differ."),
        ("Changes", "What is new, in order of commitment."),
        ("Clusters", "The articles that carry one text."),
        ("Feeds", "The list as feeds, an article as a wire item."),
        ("Files", "The ledger: what became of every file and entry."),
        ("Statistics", "Figures over what came in lately."),
        ("Subscriptions", "The feeds that the pipeline follows."),
        ("Webhooks", "Where changes are delivered to."),
        ("Operations", "Whether the endpoint can serve, and what it is."),
        ("Reader", "The page for people."),
    ];

    public static JsonObject Write(IReadOnlyList<PipelineRoute> routes)
    {
        var schemas = new Schemas();
        var paths = Paths(routes, schemas);
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "Where this description comes from." }),
            ["tags"] = new JsonArray([.. Tags.Where(tag => routes.Any(route => route.Tag == tag.Name)).Select(
                tag => new JsonObject { ["name"] = tag.Name, ["description"] = tag.Description })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.WriteComponents(),
                ["securitySchemes"] = new JsonObject
                {
                    ["header"] = SecurityScheme("header", KeyCheck.HeaderName),
                    ["query"] = SecurityScheme("query", KeyCheck.QueryName),
                },
            },
        };
    }

    private static JsonObject Info() => new()
    {
        ["title"] = "Pipeline",
        ["version"] = "1",
        ["description"] = "A clean, deduplicated, enriched stream of articles. Poll /api/changes with the cursor of the poll before.",
        ["contact"] = new JsonObject { ["name"] = "Whoever runs this endpoint" },
        ["license"] = new JsonObject { ["name"] = "The articles are their publishers'", ["identifier"] = "LicenseRef-Publishers" },
    };

    private static JsonObject SecurityScheme(string place, string name) => new()
    {
        ["type"] = "apiKey",
        ["in"] = place,
        ["name"] = name,
        ["description"] = "A reader's key, or the admin key; not needed where reading is open.",
    };

    private static JsonObject Paths(IReadOnlyList<PipelineRoute> routes, Schemas schemas) => Object(routes.GroupBy(route => route.Path)
        .Select(path => (path.Key, (JsonNode)Object(path.Select(
            route => (Verb(route), (JsonNode)WithFile(route, Operation(route, schemas))))))));

    private static string Verb(PipelineRoute route) => route.Method.ToLowerInvariant();

    private static JsonObject Operation(PipelineRoute route, Schemas schemas)
    {
        var operation = OperationWithoutBody(route, schemas);
        if (route.Body is { } body)
            operation["requestBody"] = RequestBody(body, schemas);
        return operation;
    }

    private static JsonObject RequestBody(RouteBody body, Schemas schemas) => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject
            {
                ["schema"] = schemas.Refer(body.Type),
                ["example"] = JsonSerializer.SerializeToNode(body.Example, EndpointJson.Options),
            },
        },
    };

    private static JsonObject OperationWithoutBody(PipelineRoute route, Schemas schemas) => new()
    {
        ["operationId"] = route.Name,
        ["tags"] = new JsonArray(route.Tag),
        ["summary"] = FirstSentence(route.Summary),
        ["description"] = route.Summary,
        ["security"] = route.Access == Access.Anyone
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["header"] = new JsonArray() }, new JsonObject { ["query"] = new JsonArray() }),
        ["parameters"] = new JsonArray(
            [.. PathParameters.Write(route), .. route.Parameters.Select(parameter => QueryParameter(parameter, schemas))]),
        ["responses"] = Responses(route, schemas),
    };

    private static JsonObject WithFile(PipelineRoute route, JsonObject operation)
    {
        if (route.TakesFile)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/octet-stream"] = new JsonObject
                    {
                        ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
                    },
                },
            };
        return operation;
    }

    private static string FirstSentence(string text) => text.Split(':', ';', '.')[0] + ".";

    private static JsonObject QueryParameter(Parameter parameter, Schemas schemas)
    {
        var described = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["required"] = parameter.IsRequired,
            ["description"] = parameter.Description,
            ["schema"] = schemas.DescribeParameter(parameter.Schema),
        };
        if (parameter.Schema.IsList)
            described["explode"] = false;
        if (parameter.Example is { } example)
            described["example"] = parameter.Schema.IsList
                ? new JsonArray([.. example.Split(',').Select(part => (JsonNode)part)]) : example;
        return described;
    }

    private static JsonObject Responses(PipelineRoute route, Schemas schemas)
    {
        var responses = new JsonObject { [Code(route.Answer.Status)] = Success(route.Answer, schemas) };
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

    private static JsonObject Success(Answer answer, Schemas schemas) => new()
    {
        ["description"] = answer.Description,
        ["content"] = new JsonObject { [answer.MediaType] = new JsonObject { ["schema"] = Describe(answer, schemas) } },
    };

    private static JsonObject Describe(Answer answer, Schemas schemas) => answer switch
    {
        { Body: { } body, Or: { } other } => new() { ["anyOf"] = new JsonArray(schemas.Refer(body), schemas.Refer(other)) },
        { Body: { } body } => schemas.Refer(body),
        // Another standard says what it is: generators hand on the stream.
        { MediaType: "application/json" } => new() { ["type"] = "object" },
        _ => new() { ["type"] = "string", ["format"] = "binary" },
    };

    private static JsonObject Problem(IEnumerable<ProblemType> problems) => new()
    {
        ["description"] = string.Join(" ", problems.Select(problem => $"{problem.Title} (`{problem.Uri}`).")),
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = SchemaNames.Reference(SchemaNames.Problem) },
                ["example"] = ProblemSchema.Example(problems.First()),
            },
        },
    };

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Value)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value)));
}
