using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>Answers one request. The route has already checked access and parameters.</summary>
public delegate Task<IResult> RouteHandler(HttpRequest request, CancellationToken cancellationToken);

/// <summary>One route of the endpoint: what Local maps, what a trigger of the Functions app delegates to, and what OpenAPI says.</summary>
/// <param name="Name">The constant's name in <see cref="RouteTemplates"/>; a trigger bears the same.</param>
/// <param name="Method">GET (HEAD comes with it), POST, PUT, PATCH or DELETE.</param>
/// <param name="Template">An ASP.NET Core route template without a leading slash.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Handler">Finds the handler among the registered ones.</param>
public sealed partial record PipelineRoute(
    string Name,
    string Method,
    string Template,
    Access Access,
    Func<IServiceProvider, RouteHandler> Handler)
{
    /// <summary>The subject that it is about, as clients group routes.</summary>
    public string Tag { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>False where any parameter may stand, because the path is no route of ours.</summary>
    public bool ChecksParameters { get; init; } = true;

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Whether its body is a file, of whatever format.</summary>
    public bool TakesFile { get; init; }

    /// <summary>What its body says; <c>null</c> where it has none, or one that another standard describes.</summary>
    public RouteBody? Body { get; init; }

    public Answer Answer { get; init; } = new("");

    /// <summary>The problems of its own; those that every route shares are not repeated.</summary>
    public IReadOnlyList<ProblemType> Problems { get; init; } = [];

    /// <summary>The path that OpenAPI shows: parameters by their names alone.</summary>
    public string Path { get; init; } = "/" + TemplateParameter().Replace(Template, "{$1}");

    public IReadOnlyList<string> Methods => Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [Method];

    [GeneratedRegex(@"\{\*?(\w+)(:[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex TemplateParameter();
}

/// <summary>What the JSON body of a request is read as.</summary>
/// <param name="Type">The type that says what there is.</param>
/// <param name="Example">One that works.</param>
public sealed record RouteBody(Type Type, object Example);

/// <summary>What a route answers when all is well.</summary>
/// <param name="Description">In words.</param>
/// <param name="MediaType">Without parameters.</param>
public sealed record Answer(string Description, string MediaType = "application/json")
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What its JSON is written from; <c>null</c> where another standard says what it is.</summary>
    public Type? Body { get; init; }

    /// <summary>Where it may be one of two: the other type that its JSON is written from.</summary>
    public Type? Or { get; init; }
}
