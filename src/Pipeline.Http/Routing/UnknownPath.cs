using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>Answers what no route has: a path that is there with other methods names them, any other is not found.</summary>
internal sealed class UnknownPath(RouteTable table)
{
    private readonly IReadOnlyList<(TemplateMatcher Path, IReadOnlyList<string> Methods)> paths = [.. table.Routes.Select(route =>
        (new TemplateMatcher(TemplateParser.Parse(route.Template), []), route.Methods))];

    public Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var methods = paths.Where(route => route.Path.TryMatch(request.Path, [])).SelectMany(route => route.Methods)
            .Distinct(StringComparer.Ordinal).ToList();
        if (methods.Count == 0 || methods.Contains(request.Method))
            return Task.FromResult(ProblemTypes.NotFound.WithDetail("No route has this path; /api/openapi.json lists them."));
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return Task.FromResult(ProblemTypes.WrongMethod.WithDetail($"{request.Path} can be asked with {string.Join(", ", methods)}."));
    }
}
