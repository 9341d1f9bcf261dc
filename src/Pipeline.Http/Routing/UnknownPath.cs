using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>Answers what no route has: a path that is there with other methods names them, any other is not found.</summary>
internal sealed class UnknownPath(RouteTable table, IInlineConstraintResolver constraints)
{
    private readonly IReadOnlyList<KnownPath> paths = [.. table.Routes.Select(route => KnownPath.FromRoute(route, constraints))];

    public Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var methods = paths.Where(path => path.IsOf(request)).SelectMany(path => path.Methods).Distinct(StringComparer.Ordinal).ToList();
        if (methods.Count == 0 || methods.Contains(request.Method))
            return Task.FromResult(ProblemTypes.NotFound.WithDetail("No route has this path; /api/openapi.json lists them."));
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return Task.FromResult(ProblemTypes.WrongMethod.WithDetail($"{request.Path} can be asked with {string.Join(", ", methods)}."));
    }

    // A matcher alone passes over the constraints of a template, without which one route has the paths of another.
    private sealed record KnownPath(
        TemplateMatcher Template, IReadOnlyList<(string Name, IRouteConstraint Constraint)> Constraints, IReadOnlyList<string> Methods)
    {
        public static KnownPath FromRoute(PipelineRoute route, IInlineConstraintResolver resolver)
        {
            var template = TemplateParser.Parse(route.Template);
            return new KnownPath(
                new TemplateMatcher(template, []),
                [.. template.Parameters.SelectMany(parameter => parameter.InlineConstraints.Select(
                    inline => (parameter.Name!, resolver.ResolveConstraint(inline.Constraint)!)))],
                route.Methods);
        }

        public bool IsOf(HttpRequest request)
        {
            var values = new RouteValueDictionary();
            return Template.TryMatch(request.Path, values) && Constraints.All(known => known.Constraint.Match(
                request.HttpContext, null, known.Name, values, RouteDirection.IncomingRequest));
        }
    }
}
